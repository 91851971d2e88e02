#include "cli/progress_bar.h"

#include <algorithm>
#include <cmath>
#include <ostream>

namespace annals {
namespace {

constexpr std::int64_t bar_width = 20;

/// "0:04", "12:30", "3:05:00".
std::string duration(double seconds) {
    const auto whole = static_cast<std::int64_t>(std::ceil(seconds));
    const auto two = [](std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    if (whole < 3600) return std::to_string(whole / 60) + ":" + two(whole % 60);
    return std::to_string(whole / 3600) + ":" + two(whole / 60 % 60) + ":" + two(whole % 60);
}

}  // namespace

std::string progress_line(const ImportProgress& progress, double seconds, std::size_t columns) {
    const std::int64_t total = std::max<std::int64_t>(progress.files_total, 1), done = std::clamp<std::int64_t>(progress.files_done, 0, total);
    const auto filled = static_cast<std::size_t>(bar_width * done / total);
    std::string line = "[" + std::string(filled, '#') + std::string(bar_width - filled, ' ') + "]  " + std::to_string(done) + "/" + std::to_string(total) +
                       (total == 1 ? " file" : " files");
    if (total == 1) line += "  " + std::to_string(progress.documents) + (progress.documents == 1 ? " document" : " documents");
    if (seconds >= 1) line += "  " + std::to_string(std::llround(static_cast<double>(progress.documents) / seconds)) + " documents/s";
    if (progress.warnings > 0) line += "  " + std::to_string(progress.warnings) + (progress.warnings == 1 ? " warning" : " warnings");
    if (seconds >= 1 && done * 50 >= total && total > 1) line += "  " + duration(seconds * static_cast<double>(total - done) / static_cast<double>(done)) + " left";
    return line.substr(0, columns);
}

void ProgressBar::show(const ImportProgress& progress) {
    const auto now = std::chrono::steady_clock::now();
    if (!console_.progress || now - shown_ < std::chrono::milliseconds(100)) return;
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begun_).count();
    console_.err << "\r\033[K" << progress_line(progress, seconds, static_cast<std::size_t>(std::max(console_.columns - 1, 1)));
    console_.err.flush();
    visible_ = true;
}

void ProgressBar::clear() {
    if (visible_) console_.err << "\r\033[K";
    visible_ = false;
}

}  // namespace annals
