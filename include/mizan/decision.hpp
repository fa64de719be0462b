#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "mizan/claim.hpp"

namespace mizan {

/// What an editor decides: a finding is right and stays one; it is none; two claims are of one fact, or of two; a remark, which binds nothing.
enum class Ruling : std::uint8_t { accept, dismiss, same, different, note };
/// accept | dismiss | same | different | note, as on disk.
[[nodiscard]] std::string_view name_of(Ruling ruling);

/// A claim as a decision remembers it: without offsets, so that it is found again when other parts of its article change.
struct ClaimMark {
  std::string document{};
  std::string kind{};   ///< as in the claim's id: count; in the title title-count
  std::string value{};  ///< as show() writes it
  std::string words{};  ///< the folded words on either side, # in the place of the value

  [[nodiscard]] bool is_empty() const { return document.empty(); }
  friend auto operator<=>(const ClaimMark&, const ClaimMark&) = default;
};
[[nodiscard]] ClaimMark mark_of(const Claim& claim);

/// One decision, with who took it and when. Of a finding or of two claims there is one; of notes there may be several.
struct Decision {
  Ruling ruling = Ruling::note;
  std::string finding{};  ///< accept, dismiss, note: the id of a relation or a check
  ClaimMark a{}, b{};     ///< same, different: the claims, a < b
  ClaimMark right{};    ///< accept: the claim whose value holds; empty where nobody said
  std::string reason{};   ///< the text of a note; else may be empty
  std::string by{};       ///< who
  std::string on{};       ///< YYYY-MM-DD
  std::string told{};     ///< what the finding said when it was decided, for people; may be empty

  friend auto operator<=>(const Decision&, const Decision&) = default;
};

}  // namespace mizan
