#define CATCH_CONFIG_MAIN
#define CATCH_CONFIG_CONSOLE_WIDTH 160  // a sentence and what was read of it, on one line
#include <catch2/catch.hpp>
