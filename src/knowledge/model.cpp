#include "knowledge/model.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "knowledge/flat_writer.hpp"
#include "knowledge/pack_file.hpp"

namespace mizan {
namespace {

std::optional<std::int32_t> whole_number(std::string_view cell) {
  std::int32_t number = 0;
  const auto [end, failed] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  return failed == std::errc() && end == cell.data() + cell.size() ? std::optional(number) : std::nullopt;
}

bool has_sign(std::int32_t weight, std::string_view sign) { return sign == "any" || (sign == "+" ? weight >= 0 : weight <= 0); }

Status read_weights(const PackSources& sources, Model& model) {
  auto file = read_pack_file(sources, "model/same-fact.tsv", 5, RowOrder::sorted);
  if (!file) return file.error();
  std::array<bool, signal_names.size()> found{};
  for (const auto& row : file->rows) {
    const auto signal = std::find(signal_names.begin(), signal_names.end(), row.cells[0]);
    if (signal == signal_names.end()) return file->error(row, "'" + std::string(row.cells[0]) + "' is no signal");
    const auto sign = row.cells[1];
    if (sign != "+" && sign != "-" && sign != "any") return file->error(row, "'" + std::string(sign) + "' is no sign");
    const auto by_hand = whole_number(row.cells[2]), fitted = whole_number(row.cells[3]);
    if (!by_hand || !fitted || !has_sign(*by_hand, sign) || !has_sign(*fitted, sign)) return file->error(row, "a weight is no number of that sign");
    const auto at = static_cast<std::size_t>(signal - signal_names.begin());
    if (std::exchange(found[at], true)) return file->error(row, "the signal stands twice");
    model.weights[at] = *fitted;
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!found[i]) return Error{"model/same-fact.tsv", "the signal '" + std::string(signal_names[i]) + "' is missing", Error::Cause::usage};
  return ok();
}

Status read_bars(const PackSources& sources, Model& model) {
  const std::array outcomes{std::pair("contradicts", &model.contradicts), std::pair("equal", &model.equal), std::pair("updated", &model.updated)};
  auto file = read_pack_file(sources, "model/bars.tsv", 4, RowOrder::sorted);
  if (!file) return file.error();
  if (file->rows.size() != outcomes.size()) return Error{"model/bars.tsv", "must have a row for contradicts, equal and updated", Error::Cause::usage};
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const auto& row = file->rows[i];
    if (row.cells[0] != outcomes[i].first) return file->error(row, "'" + std::string(row.cells[0]) + "' where " + outcomes[i].first + " must stand");
    const auto bar = whole_number(row.cells[1]), slope = whole_number(row.cells[2]), shift = whole_number(row.cells[3]);
    if (!bar || !slope || !shift || *slope <= 0) return file->error(row, "a cell is no number, or the slope falls");
    *outcomes[i].second = {*bar, *slope, *shift};
  }
  return ok();
}

}  // namespace

Result<std::string> compile_model(const PackSources& sources) {
  FlatWriter writer;
  Model& model = writer.root<Model>();
  if (auto status = read_weights(sources, model); !status) return status.error();
  if (auto status = read_bars(sources, model); !status) return status.error();
  return writer.finish();
}

}  // namespace mizan
