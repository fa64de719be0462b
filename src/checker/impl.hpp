#pragma once
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "knowledge/words.hpp"
#include "knowledge/world.hpp"
#include "mizan/checker.hpp"
#include "reading/packs.hpp"
#include "reading/reader.hpp"
#include "topic/references.hpp"

namespace mizan {

/// What a Checker holds, and those of its steps that more than one of its functions takes. One file of this folder for each part of the way.
struct Checker::Impl {
  CheckerOptions options;
  std::unique_ptr<const OpenedPacks> packs;  ///< the reader points into it
  Reader reader;
  References references{};

  const Knowledge& knowledge() const { return packs->knowledge; }

  // extraction.cpp
  /// Claims of one text of the document, its title or its body. Those of a few sentences are held at a time: a megabyte of figures makes a gigabyte of claims.
  /// Answers with the company that it opens with; a body that opens with none is of the one that its title opens with, `titled`.
  std::string read_text(const Document& document, bool in_title, const std::function<void(Claim&&)>& take, const std::string& titled = {}) const;

  // references.cpp
  /// Reads the packs of reference facts that the options name.
  Status open_references(const std::filesystem::path& folder);
  /// Which of these claims tell which reference facts and may be held against them: by index into References::facts(), each list sorted by id.
  std::map<std::size_t, std::vector<const Claim*>> told_references(const std::vector<Claim>& claims, const std::vector<Document>& documents) const;
  /// Gives the facts the positions of the reference facts that their claims tell. What no fact holds becomes one for each reference.
  void hold_against_references(std::vector<Fact>& facts, const std::vector<Claim>& claims, const std::vector<Document>& documents) const;

  // wording.cpp
  /// A word of the user interface, or a name that the world has for itself; the key where there is none.
  std::string message(const std::string& key) const;
  Words words() const;

  // reporting.cpp
  /// What each of these documents gets wrong by itself. Of its claims alone: a document out of a store is checked as one that was just read.
  std::vector<CheckFinding> check(const std::vector<Document>& documents, const std::vector<Claim>& claims, const std::set<std::string>& touched) const;
};

}  // namespace mizan
