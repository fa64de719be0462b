#pragma once

namespace mizan::cli {

/// From now on an interrupt (Ctrl-C) ends the process with status 130: at once where nothing is being written, else as soon as the write can be undone. A second
/// one ends it without waiting, which a store survives as well. A file that grows over the limit of the process is an error of that file and no signal.
void catch_interrupts();
/// Did somebody interrupt while something was being written? Then the run is to end.
[[nodiscard]] bool is_interrupted();

/// As long as it lives a store is being written.
class Writing {
 public:
  Writing();
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  ~Writing();
};

}  // namespace mizan::cli
