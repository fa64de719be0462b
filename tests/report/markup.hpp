#pragma once
#include <set>
#include <string>
#include <vector>

/// What is wrong with a page: as programs read it that know nothing of how it was made.
namespace mizan::test {

/// Well-formed XML, with no element but these (any, where the set is empty)? Empty where all is well, else what is not.
[[nodiscard]] std::string markup_problem(const std::string& xml, const std::set<std::string>& elements);

/// The values of one attribute of all elements of a page that an XPath finds, in order; empty where one has none.
[[nodiscard]] std::vector<std::string> attributes_of(const std::string& page, const std::string& path, const std::string& attribute);

/// The HTML report: elements and attributes that can do nothing, a content security policy before everything that it guards, no address of anything.
[[nodiscard]] std::string html_problem(const std::string& html);

/// The Markdown report as cmark-gfm, GitHub's own parser, reads it: no link or image, only harmless HTML, and outside of code nothing that GitHub would make a
/// mention or a reference of.
[[nodiscard]] std::string markdown_problem(const std::string& markdown);

}  // namespace mizan::test
