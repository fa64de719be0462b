#include "checker/impl.hpp"

#include <cstddef>
#include <string_view>

#include "kind/value_words.hpp"

namespace mizan {
namespace {

std::string_view behind(std::string_view key, std::string_view prefix) { return key.starts_with(prefix) ? key.substr(prefix.size()) : std::string_view(); }

std::string label(const Labels& labels, const std::string& lang, const std::string& key) {
  const auto found = labels.find(lang);
  return found == labels.end() ? key : std::string(found->second);
}

}  // namespace

std::string Checker::Impl::message(const std::string& key) const {
  for (const std::string& tag : {options.ui_lang, std::string("en")})
    if (const auto* language = knowledge().language(tag))
      if (const auto found = language->messages.find(key); found != language->messages.end()) return found->second;
  // The world names its roles, events and countries itself.
  if (const auto found = knowledge().world.countries.find(behind(key, "country.")); found != knowledge().world.countries.end())
    return label(found->second, options.ui_lang, key);
  if (const auto found = knowledge().world.roles.find(behind(key, "role.")); found != knowledge().world.roles.end())
    return label(found->second.label, options.ui_lang, key);
  if (const auto found = knowledge().world.events.find(behind(key, "event.")); found != knowledge().world.events.end())
    return label(found->second.label, options.ui_lang, key);
  return key;
}

Words Checker::Impl::words() const {
  return {options.ui_lang, [this](const std::string& key, const std::vector<std::string>& parts) {
            return parts.empty() ? message(key) : fill(message(key), parts);  // without parts it is a pattern, for who fills it
          }};
}

std::string Checker::message(const std::string& key) const { return impl_->message(key); }

}  // namespace mizan
