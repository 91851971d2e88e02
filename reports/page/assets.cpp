#include "reports/page/assets.h"

#include "core/model/document.h"
#include "core/text/embedded_file.h"

#include <map>
#include <stdexcept>
#include <vector>

namespace annals::embedded {
const std::vector<EmbeddedFile>& page_assets();
}

namespace annals::page {
namespace {

std::string_view asset(std::string_view path) {
    for (const EmbeddedFile& file : embedded::page_assets())
        if (file.path == path) return file.text;
    throw std::logic_error("no such asset: " + std::string(path));
}

// Lines of "key = words"; '#' begins a comment line.
std::map<std::string_view, std::string_view> read_strings(std::string_view text) {
    std::map<std::string_view, std::string_view> strings;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const std::size_t equals = line.find(" = ");
        if (line.starts_with('#') || equals == std::string_view::npos) continue;
        strings[line.substr(0, equals)] = line.substr(equals + 3);
    }
    return strings;
}

const std::map<std::string_view, std::string_view>& strings() {
    static const auto all = read_strings(asset("reports/assets/page_strings.txt"));
    return all;
}

unsigned nibble(char hex) { return static_cast<unsigned>(hex <= '9' ? hex - '0' : hex - 'a' + 10); }

std::string base64_of_hex(std::string_view hex) {
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    unsigned bits = 0, held = 0;
    for (const char digit : hex) {
        held = held << 4 | nibble(digit);
        for (bits += 4; bits >= 6; bits -= 6) text += letters[held >> (bits - 6) & 63];
    }
    if (bits > 0) text += letters[held << (6 - bits) & 63];
    while (text.size() % 4 != 0) text += '=';
    return text;
}

}  // namespace

Asset style() { return Asset(asset("reports/assets/page.css")); }
Asset script() { return Asset(asset("reports/assets/page.js")); }

std::string policy_hash(Asset hashed) { return "sha256-" + base64_of_hex(sha256(hashed.text())); }

std::string_view words(std::string_view key) {
    const auto found = strings().find(key);
    if (found == strings().end()) throw std::logic_error("no words for the page: " + std::string(key));
    return found->second;
}

bool has_words(std::string_view key) { return strings().contains(key); }

std::string words(std::string_view key, std::initializer_list<std::string_view> values) {
    const std::string_view pattern = words(key);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}') {
            text += values.begin()[pattern[i + 1] - '0'];
            i += 2;
        } else {
            text += pattern[i];
        }
    }
    return text;
}

std::string grouped(std::int64_t number) {
    std::string text = std::to_string(number);
    for (int at = static_cast<int>(text.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3) text.insert(static_cast<std::size_t>(at), ",");
    return text;
}

std::string counted(std::string_view key, std::int64_t number) {
    return words(std::string(key) + (number == 1 ? ".one" : ".many"), {grouped(number)});
}

void write_script_strings(Html& html) {
    html << "{";
    bool first = true;
    for (const auto& [key, text] : strings()) {
        const bool own = key.starts_with("script.");
        if (!own && (!key.starts_with("month.") || key.starts_with("month.short"))) continue;
        if (!first) html << ",";
        first = false;
        html.json_string(own ? key.substr(7) : key) << ":";
        html.json_string(text);
    }
    html << "}";
}

}  // namespace annals::page
