#pragma once
#include <iosfwd>
#include <string>

#include "mizan/checker.hpp"
#include "report/words.hpp"

namespace mizan {

/// A rule for people: what it makes, its pattern, an example, where it stands.
void write_rule(const RuleInfo& rule, const Words& words, std::ostream& out);
/// A row of a list of words: what each column holds.
void write_pack_row(const PackRowInfo& row, const Words& words, std::ostream& out);
/// A way of reading that no pack writes, as Claim::rule names it (en/countries.tsv:list); nothing where the messages know none of this name.
[[nodiscard]] std::string built_in_in_words(const std::string& name, const Words& words);

/// For programs: one object each.
[[nodiscard]] std::string rule_to_json(const RuleInfo& rule);
[[nodiscard]] std::string pack_row_to_json(const PackRowInfo& row);
[[nodiscard]] std::string built_in_to_json(const std::string& name, const Words& words);

}  // namespace mizan
