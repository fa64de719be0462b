#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "mizan/document.hpp"
#include "mizan/result.hpp"

namespace mizan {

/// Takes what a reader found: documents one after another, and an error for each input that could not be read.
struct Sink {
  std::function<bool(Document)> document;  ///< false stops the reading
  std::function<void(Error)> unreadable;
};

/// Inputs above these are refused, with an error that names file and place.
struct InputLimits {
  std::size_t line_bytes = 16u << 20;  ///< one JSON line
  std::size_t file_bytes = 64u << 20;  ///< one text file
};

struct ReadOptions {
  std::string stdin_name;                  ///< name of a text on standard input; empty: it is JSON Lines
  std::istream* standard_input = nullptr;  ///< what the path `-` stands for
  InputLimits limits;
  std::function<void(std::uintmax_t done, std::uintmax_t all)> progress{};  ///< before each document: bytes of input up to it, and of all (0: standard input)
  bool unique_ids = true;  ///< refuse a second document of one id; costs memory for each id, so a pure stream does without
};

/// What became of the paths. Everything but `documents` was told to Sink::unreadable.
struct ReadCounts {
  std::size_t documents = 0;
  std::size_t unreadable = 0;  ///< inputs that are there and could not be read: files, lines of a corpus
  std::size_t missing = 0;     ///< paths that name nothing
  std::size_t empty = 0;       ///< folders and corpora with nothing to read in them
};

/// Under which names an input's documents go.
struct InputName {
  std::string id;     ///< key of a document that brings none: the path relative to the folder on the command line
  std::string shown;  ///< the path as people gave it, for messages and Document::source
};

/// What a reader of one format hands on: each document with its place (file, or file:line), and the inputs that it could not read.
struct Found {
  std::function<bool(Document, std::string where)> document;
  std::function<void(Error)> unreadable;
};

/// An input format: which files it takes, and how their bytes become documents.
struct InputFormat {
  std::string_view name, help;
  std::vector<std::string_view> extensions;  ///< of the files that it takes; a file named by itself is text where no format does
  /// Reads one input to its end, or until `found.document` says stop: then it returns false.
  bool (*read)(std::istream& in, const InputName& name, const InputLimits& limits, const Found& found);
};
[[nodiscard]] const std::vector<InputFormat>& input_formats();

/// Reads the paths as the command line names them, in order; folders are walked in sorted order, `-` is standard input. A file that is
/// reached twice is read once. Where two text files would get one id, each is called by its path as given. Bounded memory: a JSON
/// Lines file is read line by line.
ReadCounts read_inputs(const std::vector<std::string>& paths, const ReadOptions& options, const Sink& sink);

}  // namespace mizan
