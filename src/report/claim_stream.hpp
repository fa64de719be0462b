#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// One line of the claim stream (REPORT.md), the document and its whole claims, piece by piece.
class ClaimLine {
 public:
  using Take = std::function<void(std::string_view)>;
  ClaimLine(const Document& document, Take take);
  void add(const Claim& claim);
  /// The rest of the line, and its end.
  void end();
  [[nodiscard]] std::size_t claims() const { return claims_; }

 private:
  Take take_;
  std::size_t claims_ = 0;
};
/// The line of an input that could not be read, with its end: its place as `document`, and `error` instead of `claims`.
[[nodiscard]] std::string error_line(const Error& error);
/// One whole claim over several lines, for people who ask what was read and how.
[[nodiscard]] std::string claim_in_full(const Claim& claim);

}  // namespace mizan
