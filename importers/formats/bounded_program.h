// Another program, run within bounds: no shell, no input but the bytes, no way to write but its output.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct ProgramBounds {
    unsigned processor_seconds = 60;
    std::size_t memory = std::size_t{1} << 30;  // bytes of address space
    std::size_t output = std::size_t{128} << 20;
};

struct ProgramResult {
    bool found = true;       // it is there, on PATH
    bool in_bounds = true;   // it ended by itself
    int status = 0;          // how, when it did
    std::string output;
    std::string complaint;   // first line on standard error, at most 200 bytes
};

/// Runs `arguments[0]`, found on PATH, in the C locale, with `input` as a file on standard input. Throws Error for a broken machine.
ProgramResult run_program(const std::vector<std::string>& arguments, std::string_view input, const ProgramBounds& bounds = {});

}  // namespace annals
