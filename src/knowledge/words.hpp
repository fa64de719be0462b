#pragma once
#include <functional>
#include <string>
#include <vector>

namespace mizan {

/// Words for people: a message by key, with {0} {1} … filled in.
using Phrase = std::function<std::string(const std::string& key, const std::vector<std::string>& parts)>;

struct Words {
  std::string ui_lang;
  Phrase phrase;
};

}  // namespace mizan
