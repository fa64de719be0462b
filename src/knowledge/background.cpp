#include "knowledge/background.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>

#include "knowledge/pack_file.hpp"

namespace mizan {
namespace {

constexpr double kDocuments = 10000.0;
/// A stem that the list leaves out stands in fewer articles than its last row.
constexpr double kUnknown = 8.0;

double surprise_of(const Quantity& quantity) {
  const auto& figure = quantity.min ? quantity.min : quantity.max;
  if (!figure) return 0;
  // Benford-like: each stated digit beyond the first makes a chance meeting ten times rarer; small whole numbers are everywhere.
  int digits = 0;
  for (auto m = std::llabs(figure->mantissa); m > 0; m /= 10) ++digits;
  const double magnitude = std::min(6.0, std::abs(static_cast<double>(figure->exponent))) * 0.25;
  double nat = 0.6 + (digits - 1) * 1.9 + magnitude;
  if (figure->exponent == 0 && digits == 1) nat = 0.3 + 0.12 * static_cast<double>(figure->mantissa);
  return std::min(nat, 8.0);
}

double surprise_of(const DateRange& date) {
  double nat = date.is_range ? 2.0 : 0.0;
  if (date.first.year_is != Certainty::unknown) nat += date.first.unknown_year_digits ? 0.5 : 1.2;
  if (date.first.month_is != Certainty::unknown) nat += 1.2;
  if (date.first.day_is != Certainty::unknown) nat += 1.2;
  return nat;
}

double surprise_of(const CountryList& list) { return 1.5 * static_cast<double>(std::min<std::size_t>(list.codes.size(), 5)); }
double surprise_of(const Place&) { return 2.0; }

}  // namespace

Status Background::compile(const PackSources& sources, FlatWriter& writer, Background& member) {
  WordTable stems;
  std::vector<double> idf;
  for (const auto& tag : sources.languages()) {
    const auto name = tag + "/frequency.tsv";
    if (!sources.find(name)) continue;
    auto file = read_pack_file(sources, name, 2, RowOrder::sorted);
    if (!file) return file.error();
    stems.reserve(stems.size() + file->rows.size());
    for (const auto& row : file->rows) {
      int documents = 0;
      std::from_chars(row.cells[1].data(), row.cells[1].data() + row.cells[1].size(), documents);
      if (documents < 1) return file->error(row, "'" + std::string(row.cells[1]) + "' is no number of documents");
      const WordId id = stems.intern(row.cells[0]);
      if (id == idf.size()) idf.push_back(kUnknown);
      idf[id] = std::min(idf[id], std::max(0.0, std::log(kDocuments / documents)));
    }
  }
  FlatWords::write(writer, member.stems_, stems);
  writer.copy(member.idf_, idf);
  return ok();
}

double Background::idf(std::string_view stem) const {
  const WordId id = stems_.find(stem);
  return id == WordTable::no_word ? kUnknown : idf_[id];
}

double Background::surprise(const Value& value) {
  return std::visit([](const auto& v) { return surprise_of(v); }, value);
}

}  // namespace mizan
