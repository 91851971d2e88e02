// How far an import is, on one line of a terminal.
#pragma once

#include "cli/console.h"
#include "importers/import.h"

#include <chrono>
#include <string>

namespace annals {

/// "[#####     ]  1200/3000 files  410 documents/s  2 warnings  0:04 left", at most `columns` wide.
/// The time left is told once a fiftieth is done, so that it means something.
std::string progress_line(const ImportProgress& progress, double seconds, std::size_t columns);

/// Writes the line over and over on a terminal, ten times a second at most; nothing elsewhere.
class ProgressBar {
public:
    explicit ProgressBar(Console& console) : console_(console) {}
    void show(const ImportProgress& progress);
    void clear();

private:
    Console& console_;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now(), shown_ = begun_;
    bool visible_ = false;
};

}  // namespace annals
