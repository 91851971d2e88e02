// The HTML page as text: what it holds, that it loads nothing, that no text of a source becomes markup.
#include "tests/catch.hpp"
#include "tests/reports/sample_events.h"

#include "core/model/document.h"
#include "reports/page/html.h"
#include "reports/page/shelf.h"
#include "reports/page/time_axis.h"

#include <algorithm>
#include <regex>

using namespace annals;

namespace {

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++found;
    return found;
}

std::string between(const std::string& text, std::string_view begin, std::string_view end) {
    const std::size_t from = text.find(begin);
    REQUIRE(from != std::string::npos);
    const std::size_t to = text.find(end, from + begin.size());
    REQUIRE(to != std::string::npos);
    return text.substr(from + begin.size(), to - from - begin.size());
}

std::string base64(const std::string& hex) {
    static const std::string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string bits, text;
    for (const char digit : hex)
        for (int bit = 3; bit >= 0; --bit) bits += std::stoi(std::string(1, digit), nullptr, 16) >> bit & 1 ? '1' : '0';
    while (bits.size() % 6 != 0) bits += '0';
    for (std::size_t i = 0; i < bits.size(); i += 6) text += letters[std::stoul(bits.substr(i, 6), nullptr, 2)];
    return text + std::string((4 - text.size() % 4) % 4, '=');
}

std::string without_links(const std::string& page) { return std::regex_replace(page, std::regex("<a [^>]*>"), ""); }

}  // namespace

TEST_CASE("every event stands in the page once, in order, as static HTML") {
    for (const auto& events : {sample::few(), sample::valley(), sample::many(300)}) {
        const std::string page = sample::written("html", sample::report(events));
        std::size_t at = 0;
        for (const Event& event : events) {
            const std::size_t found = page.find("id=\"e-" + event.id + "\"");
            INFO(event.id);
            REQUIRE(found != std::string::npos);
            CHECK(found > at);
            CHECK(count(page, "id=\"e-" + event.id + "\"") == 1);
            at = found;
        }
    }
}

TEST_CASE("equal input gives an equal page") {
    CHECK(sample::written("html", sample::report(sample::valley())) == sample::written("html", sample::report(sample::valley())));
}

TEST_CASE("the policy allows exactly the page's own style and script") {
    const std::string page = sample::written("html", sample::report(sample::valley()));
    const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\">");
    CHECK(policy.find("default-src &#39;none&#39;") == std::string::npos);
    CHECK(policy.starts_with("default-src 'none'; "));
    CHECK(policy.find("script-src 'sha256-" + base64(sha256(between(page, "<script>", "</script>"))) + "'") != std::string::npos);
    CHECK(policy.find("style-src 'sha256-" + base64(sha256(between(page, "<style>", "</style>"))) + "'") != std::string::npos);
    CHECK(policy.find("unsafe") == std::string::npos);
    CHECK(count(page, "<script") == 3);  // the documents, the strings and the script
    CHECK(count(page, "style=\"") == 0);
}

TEST_CASE("the page loads nothing") {
    for (const auto& events : {sample::few(), sample::valley(), sample::right_to_left()}) {
        const std::string page = without_links(sample::written("html", sample::report(events)));
        for (const char* pattern : {R"re(\b(src|srcset|poster|data|action|href)\s*=\s*["']?\s*(https?:)?//)re", R"re(url\(\s*["']?(https?:)?//)re", "@import",
                                    R"re(https?://[^"'\s<>]*\.(js|css|woff2?)\b)re", R"re(\b(fetch|importScripts|sendBeacon)\s*\()re",
                                    R"re(\bnew\s+(XMLHttpRequest|WebSocket|EventSource)\b)re"}) {
            INFO(pattern);
            CHECK_FALSE(std::regex_search(page, std::regex(pattern, std::regex::icase)));
        }
    }
}

TEST_CASE("hostile text stays text") {
    const std::string page = sample::written("html", sample::report(sample::hostile(), "</title><script>window.ran = 0</script>"));
    CHECK(page.size() < 300'000);  // though one word is a million letters long
    CHECK(count(page, "<script") == 3);
    CHECK(count(page, "</script>") == 3);
    CHECK(count(page, "<img") == 0);
    CHECK(count(page, "<base") == 0);
    CHECK(count(page, "<meta http-equiv") == 1);
    CHECK(count(page, "</title>") == 1);
    CHECK(count(page, "<svg onload") == 0);
    CHECK_FALSE(std::regex_search(page, std::regex("href=\"(?!https?://|#)", std::regex::icase)));
    for (const char* control : {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\x01", "\x1b", "\x7f"})
        CHECK(count(page, control) == 0);
}

TEST_CASE("only http and https without blanks are links") {
    using page::is_web_link;
    CHECK(is_web_link("https://a.example/b?c=d#e"));
    CHECK(is_web_link("HTTP://a.example"));
    for (const char* url : {"", "javascript:alert(1)", " https://a.example", "https://a.example/ b", "//a.example", "ftp://a.example", "data:text/html,x", "https://", "java\nscript:1"})
        CHECK_FALSE(is_web_link(url));
}

TEST_CASE("the dating words are marked, the date is as precise as known") {
    const std::string page = sample::written("html", sample::report(sample::valley()));
    CHECK(page.find("stood at the ford <mark>in 480 BC</mark>.") != std::string::npos);
    CHECK(page.find(">some time in 1994</a>") != std::string::npos);
    CHECK(page.find("<h2>480 BC ") != std::string::npos);
    CHECK(page.find("<h2>From 1920 ") != std::string::npos);
    CHECK(page.find("<h2>Until 1909 ") != std::string::npos);
    CHECK(page.find("<h2>1909 ") == std::string::npos);
    CHECK(page.find("No event for 199 years") != std::string::npos);
    CHECK(page.find("lasted 8 to 10 months") != std::string::npos);
    CHECK(page.find("<h2>Undated ") != std::string::npos);
}

TEST_CASE("sources that disagree stand side by side") {
    const std::string page = sample::written("html", sample::report(sample::valley()));
    const std::string event = between(page, "id=\"e-jbreach000010\"", "</li>");
    CHECK(count(event, "<div class=\"side\">") == 3);
    CHECK(event.find(">25 September 2023<") != std::string::npos);
    CHECK(event.find("<mark>Monday</mark>") != std::string::npos);
    CHECK(event.find("<mark>on Sunday night</mark>") != std::string::npos);
}

TEST_CASE("a page without events says so") {
    const std::string page = sample::written("html", sample::report({}));
    CHECK(page.find("No event to show.") != std::string::npos);
    CHECK(page.find("id=\"overview\"") == std::string::npos);
}

TEST_CASE("the axis folds long empty stretches and keeps the order of days") {
    const auto day = [](int year) { return to_day({year, 1, 1}); };
    const page::TimeAxis axis({day(-479), day(1990), day(1991), day(1992), day(1993), day(1994)});
    std::size_t folds = 0;
    for (const auto& piece : axis.pieces()) folds += piece.folded;
    CHECK(folds == 1);
    double before = -1;
    for (Day at = day(-479); at <= day(1994); at += 97) {
        CHECK(axis.at(at) >= before);
        CHECK(axis.at(at) <= 100);
        before = axis.at(at);
    }
    const page::TimeAxis even({day(1990), day(1991), day(1992), day(1993)});
    CHECK(even.pieces().size() == 1);
    const page::TimeAxis widest({min_day, max_day});
    CHECK(widest.ticks().size() > 2);
}

TEST_CASE("short pieces of one year are told apart by their months") {
    std::vector<Day> days;
    for (const char* day : {"2021-01-09", "2021-01-10", "2021-06-01", "2021-06-02", "2021-11-19", "2021-11-20"}) days.push_back(*parse_day(day));
    for (Day day = *parse_day("2023-01-01"); day < *parse_day("2025-01-01"); day += 7) days.push_back(day);
    std::vector<std::string> labels;
    for (const auto& tick : page::TimeAxis(days).ticks()) labels.push_back(tick.label);
    std::vector<std::string> once = labels;
    std::sort(once.begin(), once.end());
    CHECK(std::unique(once.begin(), once.end()) == once.end());
    CHECK(std::count(labels.begin(), labels.end(), "2021") == 1);
}
