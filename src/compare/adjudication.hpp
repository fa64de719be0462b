#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "compare/facts.hpp"
#include "knowledge/world.hpp"
#include "mizan/document.hpp"
#include "mizan/fact.hpp"

namespace mizan {

/// Words for people: a message by key, with {0} {1} … filled in.
using Phrase = std::function<std::string(const std::string& key, const std::vector<std::string>& parts)>;

struct Words {
  std::string ui_lang;
  Phrase phrase;
};

/// Positions, relations, excuses and reasons of one group of claims. `Fact::id` is left to the caller.
[[nodiscard]] Fact adjudicate(const FactGroup& group, const Knowledge& knowledge, const Words& words);

}  // namespace mizan
