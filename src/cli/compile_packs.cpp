// mizan_packs FACTS IMAGE: compiles a folder of packs to an image, which the program then maps at its start. The build runs it.
// The image takes the place of an older one in one step: a program that has that one mapped keeps it.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "mizan/result.hpp"
#include "reading/packs.hpp"

namespace {

int fail(const std::string& message) {
  std::cerr << "mizan_packs: " << message << '\n';
  return 2;
}

int run(const std::filesystem::path& facts, const std::filesystem::path& image) {
  const auto bytes = mizan::compile_packs(facts);
  if (!bytes) return fail(show(bytes.error()));
  auto part = image;
  part += ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
    out.close();
    if (!out) return fail(part.string() + ": cannot be written");
  }
  std::filesystem::rename(part, image);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return fail("usage: mizan_packs FACTS IMAGE");
  try {
    return run(arguments[1], arguments[2]);
  } catch (const std::exception& problem) {
    return fail(problem.what());
  }
}
