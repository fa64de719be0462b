#include "source/formats.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <system_error>
#include <unordered_map>

#include "source/json_lines.hpp"
#include "source/text_file.hpp"
#include "text/utf8.hpp"

namespace mizan {
namespace {

namespace fs = std::filesystem;

std::string_view extension_of(std::string_view name) {
  const auto dot = name.rfind('.');
  return dot == name.npos || dot == 0 ? std::string_view() : name.substr(dot);
}

/// The format whose extension a file has; nothing where none knows it. Extensions are ASCII; .TXT is .txt.
const InputFormat* format_by_extension(std::string_view file_name) {
  std::string extension(extension_of(file_name));
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const InputFormat& format : input_formats()) {
    if (std::ranges::find(format.extensions, extension) != format.extensions.end()) return &format;
  }
  return nullptr;
}

const InputFormat& text_format() { return input_formats().front(); }

/// A path as text. File names are bytes to the system, and ids must be UTF-8: what is none is written \xC7.
std::string path_text(const fs::path& path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string text, bytes = path.generic_string();
  std::string_view rest = bytes;
  while (const auto bad = find_invalid_utf8(rest)) {
    const auto byte = static_cast<unsigned char>(rest[*bad]);
    text.append(rest.substr(0, *bad)).append("\\x").append({kHex[byte >> 4], kHex[byte & 15]});
    rest.remove_prefix(*bad + 1);
  }
  return text.append(rest);
}

/// One file to read.
struct Input {
  fs::path path;
  InputName name;
  const InputFormat* format = nullptr;  ///< none: standard input, or a path that cannot be read
  Error error;                          ///< where the path cannot be read
  enum class Problem { none, unreadable, missing, empty } problem = Problem::none;
};

Input problem(const fs::path& path, Input::Problem problem, const std::string& what) {
  Input input;
  input.path = path;
  input.name = {path_text(path), path_text(path)};
  input.error = {input.name.shown, what};
  input.problem = problem;
  return input;
}

/// Files below `folder` that some format takes, hidden ones aside. Links to folders are not followed: they may lead back.
void list_folder(const fs::path& folder, const fs::path& relative, std::vector<Input>& found) {
  std::error_code failed;
  std::vector<fs::directory_entry> entries;
  for (fs::directory_iterator it(folder, failed), end; !failed && it != end; it.increment(failed)) entries.push_back(*it);
  if (failed) {
    found.push_back(problem(folder, Input::Problem::unreadable, failed.message()));
    return;
  }
  std::ranges::sort(entries, {}, [](const fs::directory_entry& entry) { return entry.path().filename().native(); });
  for (const fs::directory_entry& entry : entries) {
    const fs::path name = entry.path().filename();
    if (name.native().starts_with('.')) continue;
    std::error_code ignored;
    if (entry.is_directory(ignored) && !entry.is_symlink(ignored)) {
      list_folder(entry.path(), relative / name, found);
    } else if (entry.is_regular_file(ignored)) {
      const InputFormat* format = format_by_extension(name.native());
      if (format) found.push_back({entry.path(), {path_text(relative / name), path_text(entry.path())}, format, {}, {}});
    }
  }
}

/// What the paths of the command line come to, in order.
std::vector<Input> list_inputs(const std::vector<std::string>& paths) {
  std::vector<Input> inputs;
  for (const std::string& given : paths) {
    if (given == "-") {
      inputs.emplace_back();
      continue;
    }
    const fs::path path(given);
    std::error_code failed;
    const fs::file_status status = fs::status(path, failed);
    if (status.type() == fs::file_type::not_found) {
      inputs.push_back(problem(path, Input::Problem::missing, "no such file or folder"));
    } else if (failed) {
      inputs.push_back(problem(path, Input::Problem::unreadable, failed.message()));
    } else if (fs::is_directory(status)) {
      const std::size_t before = inputs.size();
      list_folder(path, {}, inputs);
      if (inputs.size() == before) {
        inputs.push_back(problem(path, Input::Problem::empty, "the folder holds nothing to read (.txt, .text, .jsonl, .ndjson)"));
      }
    } else {
      const InputFormat* format = format_by_extension(path.filename().native());
      inputs.push_back({path, {path_text(path.filename()), path_text(path)}, format ? format : &text_format(), {}, {}});
    }
  }
  return inputs;
}

/// A file that the paths reach twice (a folder and a file in it) is read once: two copies would agree with each other.
void drop_repeated(std::vector<Input>& inputs) {
  std::set<fs::path> seen;
  std::erase_if(inputs, [&](const Input& input) {
    if (!input.format) return false;
    std::error_code failed;
    const fs::path real = fs::canonical(input.path, failed);
    return !failed && !seen.insert(real).second;
  });
}

/// Files of one name in two folders are two articles: both go by their paths as given.
void tell_names_apart(std::vector<Input>& inputs) {
  std::map<std::string, int> times;
  for (const Input& input : inputs) ++times[input.name.id];
  for (Input& input : inputs) {
    if (input.format && times[input.name.id] > 1) input.name.id = path_text(input.path.lexically_normal());
  }
}

/// Hands documents on to the sink, counts them, and refuses a second one of the same id.
class Intake {
 public:
  Intake(const Sink& sink, bool unique_ids) : sink_(sink), unique_ids_(unique_ids) {}

  /// `tell` is called where the document is taken.
  template <class Tell>
  bool document(Document document, const std::string& where, const Tell& tell) {
    if (unique_ids_) {
      const auto [seen, is_new] = places_.try_emplace(document.id, where);
      if (!is_new) {
        unreadable({where, "has the same id as " + seen->second + ", ignored: " + document.id});
        return true;
      }
    }
    ++counts.documents;
    tell();
    return sink_.document(std::move(document));
  }
  void unreadable(Error error) {
    ++counts.unreadable;
    sink_.unreadable(std::move(error));
  }
  void not_there(Error error, std::size_t& count) {
    ++count;
    sink_.unreadable(std::move(error));
  }
  ReadCounts counts;

 private:
  const Sink& sink_;
  bool unique_ids_;
  std::unordered_map<std::string, std::string> places_;
};

/// How many bytes there are to read, where that can be known.
std::uintmax_t size_of(const std::vector<Input>& inputs) {
  std::uintmax_t all = 0;
  for (const Input& input : inputs) {
    if (input.problem != Input::Problem::none) continue;
    if (!input.format) return 0;  // standard input
    std::error_code failed;
    const std::uintmax_t size = fs::file_size(input.path, failed);
    if (failed) return 0;  // a pipe
    all += size;
  }
  return all;
}

/// What is told of the progress: bytes of the inputs before this one, and of all.
struct Told {
  std::uintmax_t before = 0, all = 0;
};

/// Reads one opened input; false: stop. One that held nothing at all is told as empty.
bool read_stream(std::istream& in, const Input& input, const InputFormat& format, const ReadOptions& options, const Told& told, Intake& intake) {
  const std::size_t before = intake.counts.documents + intake.counts.unreadable;
  const Found found{[&](Document document, const std::string& where) {
                      return intake.document(std::move(document), where, [&] {
                        if (!options.progress) return;
                        // Of the buffer, not of the stream: that would fail at the end of the file.
                        const auto at = told.all > 0 ? in.rdbuf()->pubseekoff(0, std::ios::cur, std::ios::in) : std::streampos(0);
                        options.progress(told.before + static_cast<std::uintmax_t>(std::max<std::streamoff>(at, 0)), told.all);
                      });
                    },
                    [&](Error error) { intake.unreadable(std::move(error)); }};
  const bool go_on = format.read(in, input.name, options.limits, found);
  if (intake.counts.documents + intake.counts.unreadable == before) {
    intake.not_there({input.name.shown, "is empty"}, intake.counts.empty);
  }
  return go_on;
}

bool read_one(const Input& input, const ReadOptions& options, Told& told, Intake& intake) {
  switch (input.problem) {
    case Input::Problem::missing: intake.not_there(input.error, intake.counts.missing); return true;
    case Input::Problem::empty: intake.not_there(input.error, intake.counts.empty); return true;
    case Input::Problem::unreadable: intake.unreadable(input.error); return true;
    case Input::Problem::none: break;
  }
  if (!input.format) {
    Input standard;
    standard.name = options.stdin_name.empty() ? InputName{"stdin", "stdin"} : InputName{options.stdin_name, options.stdin_name};
    const InputFormat* named = options.stdin_name.empty() ? &input_formats().back() : format_by_extension(options.stdin_name);
    if (!options.standard_input) return true;
    return read_stream(*options.standard_input, standard, named ? *named : text_format(), options, told, intake);
  }
  errno = 0;
  std::ifstream in(input.path, std::ios::binary);
  if (!in) {
    const int why = errno;
    intake.unreadable({input.name.shown, why ? std::generic_category().message(why) : "cannot be opened"});
    return true;
  }
  const bool go_on = read_stream(in, input, *input.format, options, told, intake);
  std::error_code failed;
  if (const std::uintmax_t size = fs::file_size(input.path, failed); !failed) told.before += size;
  return go_on;
}

}  // namespace

const std::vector<InputFormat>& input_formats() {
  // The first row is what a file is where no other row knows its extension; the last is what standard input is without a name.
  static const std::vector<InputFormat> formats{
      {"text", "plain text in UTF-8, with a front matter of `key: value` lines if it likes", {".txt", ".text"}, read_text_file},
      {"json-lines", "a corpus: one JSON object a line with `id`, `text`, `lang`, `title`, `published`, `source`",
       {".jsonl", ".ndjson"}, read_json_lines},
  };
  return formats;
}

ReadCounts read_inputs(const std::vector<std::string>& paths, const ReadOptions& options, const Sink& sink) {
  std::vector<Input> inputs = list_inputs(paths);
  drop_repeated(inputs);
  tell_names_apart(inputs);
  Intake intake(sink, options.unique_ids);
  Told told{0, options.progress ? size_of(inputs) : 0};
  for (const Input& input : inputs) {
    if (!read_one(input, options, told, intake)) break;
  }
  return intake.counts;
}

}  // namespace mizan
