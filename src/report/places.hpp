#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "mizan/claim.hpp"
#include "mizan/document.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Where something stands, as editors count: lines and columns from 1, columns in code points, the end behind the last one.
struct TextPlace {
  std::string path;          ///< as named on the command line, with /; or an address on the web
  bool is_web = false;       ///< then `line` is 0: nobody knows the lines of the page
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;  ///< 0: not known, as columns are in a line of JSON
};

/// Finds the places of claims. Keeps where the lines of each document begin, so it lives as long as they.
class Places {
 public:
  /// Of a claim, or without one of the whole document. `document` may be null: then the claim's document is not at hand, and its id stands for it.
  [[nodiscard]] TextPlace find(const Document* document, const Claim* claim);

 private:
  const std::vector<std::uint32_t>& lines_of(const Document& document);
  std::map<const Document*, std::vector<std::uint32_t>> lines_;
};

/// The place that an error names as file, file:line or file:line:column; without a path where it names none.
[[nodiscard]] TextPlace place_of(const Error& error);

/// A path or an address as a URI reference: what may not stand in one is percent-encoded.
[[nodiscard]] std::string uri_of(const TextPlace& place);

}  // namespace mizan
