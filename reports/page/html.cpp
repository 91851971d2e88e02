#include "reports/page/html.h"

#include "core/text/utf8.h"
#include "reports/json_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace annals::page {
namespace {

// Embeddings, overrides and isolates; the marks U+200E and U+200F stay, they only help their neighbours.

bool is_forbidden(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0); }

}  // namespace

Html& Html::operator<<(Text text) {
    const std::string_view from = text.text;
    for (std::size_t i = 0; i < from.size();) {
        const std::size_t begin = i;
        const char32_t c = next_code_point(from, i);
        switch (c) {
            case '&': html_ += "&amp;"; break;
            case '<': html_ += "&lt;"; break;
            case '>': html_ += "&gt;"; break;
            case '"': html_ += "&quot;"; break;
            case '\'': html_ += "&#39;"; break;
            default:
                if (is_bidi_control(c)) break;
                if (is_forbidden(c))
                    html_ += "\uFFFD";
                else
                    html_.append(from, begin, i - begin);
        }
    }
    return *this;
}

Html& Html::operator<<(double number) {
    std::string text = fmt::format("{:.2f}", number);
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return raw(text == "-0" ? "0" : text);
}

// In JSON these stand within strings only.
Html& Html::operator<<(Json json) {
    const std::string_view from = json.json;
    std::size_t plain = 0;  // what stands before `i` and needs no escape is appended in one piece
    const auto escape = [&](std::size_t at, std::size_t length, char32_t c) {
        html_.append(from, plain, at - plain).append(fmt::format("\\u{:04x}", static_cast<unsigned>(c)));
        plain = at + length;
    };
    for (std::size_t i = 0; i < from.size(); ++i) {
        if (from[i] == '<') {
            escape(i, 1, '<');
        } else if (from[i] == '\xe2' && i + 2 < from.size()) {
            std::size_t end = i;
            if (const char32_t c = next_code_point(from, end); is_bidi_control(c)) escape(i, 3, c);
        }
    }
    return raw(from.substr(plain));
}

Html& Html::json_string(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return *this << Json{json};
}

bool is_web_link(std::string_view url) {
    const auto begins_with = [url](std::string_view scheme) {
        return url.size() > scheme.size() && std::equal(scheme.begin(), scheme.end(), url.begin(), [](char a, char b) {
            return a == (b >= 'A' && b <= 'Z' ? b - 'A' + 'a' : b);
        });
    };
    const auto blank = [](char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7f; };
    return url.size() <= 4000 && (begins_with("http://") || begins_with("https://")) && std::none_of(url.begin(), url.end(), blank);
}

}  // namespace annals::page
