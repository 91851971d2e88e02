#include "importers/formats/url_date.h"

#include "core/time/day.h"
#include "importers/formats/stated_date.h"

namespace annals {
namespace {

/// 14-06-2019, 14.06.2019
template <class Digits>
std::string day_first(std::string_view url, std::size_t at, const Digits& digits) {
    const int day = digits(at, 2), month = digits(at + 3, 2), year = digits(at + 6, 4);
    if (day < 1 || month < 1 || year < 1990 || at + 5 >= url.size() || url[at + 2] != url[at + 5] || (url[at + 2] != '-' && url[at + 2] != '.')) return {};
    return is_valid({year, month, day}) ? format_day(to_day({year, month, day})) : std::string();
}

}  // namespace

std::string date_in_url(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    const std::size_t path = url.find('/', scheme + 3);
    if (path == std::string_view::npos) return {};
    url = url.substr(path);
    const auto digits = [&](std::size_t at, std::size_t count) {
        int value = 0;
        for (std::size_t i = at; i < at + count; ++i) {
            if (i >= url.size() || url[i] < '0' || url[i] > '9') return -1;
            value = value * 10 + (url[i] - '0');
        }
        return at + count < url.size() && url[at + count] >= '0' && url[at + count] <= '9' ? -1 : value;
    };
    std::string month_only;
    for (std::size_t i = 1; i + 4 <= url.size(); ++i) {
        if (url[i - 1] >= '0' && url[i - 1] <= '9') continue;
        if (const int whole = digits(i, 8); whole > 19900000 && (url[i - 1] == '/' || url[i - 1] == '-' || url[i - 1] == '_'))
            if (const auto edtf = read_stated_date(url.substr(i, 8))) return *edtf;
        if (const std::string day = day_first(url, i, digits); !day.empty()) return day;
        const int year = digits(i, 4);
        if (year < 1990 || year > 2100 || i + 5 >= url.size()) continue;
        const char mark = url[i + 4];
        if (mark != '/' && mark != '-' && mark != '_') continue;
        const std::size_t month_digits = digits(i + 5, 2) >= 0 ? 2 : 1;
        const int month = digits(i + 5, month_digits);
        if (month < 1 || month > 12) continue;
        const std::size_t after = i + 5 + month_digits;
        if (after < url.size() && url[after] == mark) {
            const std::size_t day_digits = digits(after + 1, 2) >= 0 ? 2 : 1;
            const int day = digits(after + 1, day_digits);
            if (is_valid({year, month, day})) return format_day(to_day({year, month, day}));
        }
        if (mark == '/' && month_only.empty() && (after == url.size() || url[after] == '/')) month_only = format_day(to_day({year, month, 1})).substr(0, 7);
    }
    return month_only;
}

}  // namespace annals
