#pragma once
#include <cstdint>
#include <vector>

#include "kind/date_parts.hpp"

namespace mizan {

/// The words of a sentence that tell its times, gathered once: every date of a long sentence asks for them. By token; [first, last) where a word has several.
struct TenseWords {
  struct Word {
    std::uint32_t first = 0, last = 0;
  };
  std::vector<Word> future;         ///< wherever they stand in the clause
  std::vector<Word> future_before;  ///< only before the date
  std::vector<Word> modal;          ///< of the verb behind a fronted date
  std::vector<Word> future_verbs, speech, past;
  std::vector<Word> ahead_preps;    ///< right before the date: by, until

  explicit TenseWords(const SentenceContext& context);
};

/// Whether the clause of a date tells of what was or of what will be.
class DateTense : public DateParts {
 public:
  DateTense(const SentenceContext& context, const Mention& mention, const TenseWords& tense) : DateParts(context, mention), tense_(tense) {}

 protected:
  enum class Ahead : std::uint8_t { no, leaning, yes };
  [[nodiscard]] Ahead looks_ahead() const;
  [[nodiscard]] bool is_past() const;
  [[nodiscard]] bool is_told_as_past() const;

 private:
  struct Around {
    std::uint32_t first = 0, last = 0, fronted_last = 0;  ///< tokens; last 0: no clause; fronted_last 0: the date is not fronted
  };
  [[nodiscard]] Around clause_around() const;

  const TenseWords& tense_;
};

}  // namespace mizan
