#include "core/store/fingerprint.h"

#include "tests/catch.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

using namespace annals;

namespace {

template <class... Parts>
std::string of(const Parts&... parts) {
    Fingerprint print;
    (print << ... << parts);
    return print.digits();
}

}  // namespace

TEST_CASE("fingerprint: the same parts give the same digits") {
    CHECK(of(std::string_view("mill"), std::int64_t{3}, 0.5) == of(std::string_view("mill"), std::int64_t{3}, 0.5));
    CHECK(of(std::int64_t{0}).size() == 32);
}

TEST_CASE("fingerprint: any other byte, number, order or boundary gives others") {
    std::set<std::string> seen;
    std::size_t tried = 0;
    const auto other = [&](const std::string& digits) {
        ++tried;
        seen.insert(digits);
    };
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        other(of(std::string_view(text)));
        for (std::size_t at = 0; at < size; ++at)
            for (const char c : {'b', '\0', '\xff'}) {
                std::string changed = text;
                changed[at] = c;
                other(of(std::string_view(changed)));
            }
        for (std::size_t at = 0; at <= size; ++at) other(of(std::string_view(text).substr(0, at), std::string_view(text).substr(at)));
    }
    for (std::int64_t number = -2000; number < 2000; ++number) other(of(number, number + 1));
    for (const double number : {0.25, 0.5, 47000.0}) other(of(number));
    other(of(std::int64_t{2}, std::int64_t{1}));
    CHECK(seen.size() == tried);
    CHECK(of(std::optional<int>()) != of(std::optional<int>(0)));
}
