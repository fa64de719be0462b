#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/background.hpp"
#include "reading/language_tables.hpp"

namespace mizan {

/// Turns the lists and rules of one language into its tables.
class LanguageCompiler {
 public:
  LanguageCompiler(const Language& language, const World& world, const Background& background)
      : language_(language), world_(world), background_(background) {}
  [[nodiscard]] Result<std::string> run();

 private:
  void add_forms();
  void add_with_detached_conjunction(const std::vector<std::string_view>& words, std::uint32_t entry);
  void give_classes();
  void find_pivots();
  void write_classes(FlatWriter& writer, LanguageTables& tables) const;

  const Language& language_;
  const World& world_;
  const Background& background_;
  AutomatonBuilder words_, stems_;
  Classes classes_;
  RuleCompiler rules_{classes_};
  std::array<ClassId, static_cast<std::size_t>(OwnClass::last)> own_classes_{};
  std::vector<EntryClasses> entry_classes_;  ///< by the entry's number, in entry_class_ids_
  std::vector<ClassId> entry_class_ids_;
  std::vector<PivotReach> reaches_;  ///< by class
};

}  // namespace mizan
