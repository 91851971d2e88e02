#include "cli/json_object.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

namespace annals {
namespace {

class Reader {
public:
    Reader(std::string_view json, std::span<const JsonField> fields) : json_(json), fields_(fields) {}

    /// Null when all is well.
    const char* read() {
        for (const JsonField& field : fields_) field.value->clear();
        if (!take('{')) return "it does not begin with {";
        if (take('}')) return rest();
        std::string name;
        do {
            skip_space();
            if (!read_string(&name)) return "a name in quotes is missing";
            if (!take(':')) return "a colon is missing";
            if (const char* fault = read_value(wanted(name))) return fault;
        } while (take(','));
        return take('}') ? rest() : "a comma or the closing } is missing";
    }

    std::size_t at() const { return at_; }

private:
    char peek() const { return at_ < json_.size() ? json_[at_] : '\0'; }

    void skip_space() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') ++at_;
    }

    bool take(char c) {
        skip_space();
        if (peek() != c || at_ >= json_.size()) return false;
        ++at_;
        return true;
    }

    const char* rest() {
        skip_space();
        return at_ == json_.size() ? nullptr : "something follows the object";
    }

    std::string* wanted(std::string_view name) const {
        for (const JsonField& field : fields_)
            if (field.name == name) return field.value;
        return nullptr;
    }

    const char* read_value(std::string* value) {
        skip_space();
        if (peek() == '"') return read_string(value) ? nullptr : "a text does not end";
        if (value) value->clear();
        if (peek() == '{' || peek() == '[') return skip_nested();
        const std::size_t begin = at_;
        while (at_ < json_.size() && (std::isalnum(static_cast<unsigned char>(json_[at_])) || std::strchr("+-.", json_[at_]))) ++at_;
        if (at_ == begin) return "a value is missing";
        if (const auto word = json_.substr(begin, at_ - begin); value && word != "null") value->assign(word);
        return nullptr;
    }

    /// Arrays and objects inside the object are passed over; only their brackets and texts are looked at.
    const char* skip_nested() {
        std::vector<char> open;
        for (; at_ < json_.size(); ++at_) {
            const char c = json_[at_];
            if (c == '"') {
                if (!read_string(nullptr)) return "a text does not end";
                --at_;
            } else if (c == '{' || c == '[') {
                open.push_back(c == '{' ? '}' : ']');
            } else if (c == '}' || c == ']') {
                if (open.back() != c) return "brackets do not match";
                open.pop_back();
                if (open.empty()) {
                    ++at_;
                    return nullptr;
                }
            }
        }
        return "a bracket is not closed";
    }

    /// At the opening quote; goes behind the closing one.
    bool read_string(std::string* value) {
        if (peek() != '"') return false;
        ++at_;
        if (value) value->clear();
        std::size_t quote = json_.find('"', at_);
        if (value && quote < json_.size()) value->reserve(quote - at_);
        while (true) {
            if (quote < at_) quote = json_.find('"', at_);  // the one before was escaped
            const std::string_view text = json_.substr(at_, quote - at_);
            const std::size_t escape = std::min(text.find('\\'), text.size());
            if (value) value->append(text.substr(0, escape));
            at_ += escape;
            if (at_ >= json_.size()) return false;
            if (json_[at_++] == '"') return true;
            if (at_ >= json_.size()) return false;
            read_escape(value);
        }
    }

    void read_escape(std::string* value) {
        const char c = json_[at_++];
        if (c == 'u') {
            const char32_t code_point = read_unicode();
            if (value) append_utf8(*value, code_point);
        } else if (value) {
            constexpr std::string_view names = "nrtbf", meanings = "\n\r\t\b\f";
            const std::size_t which = names.find(c);
            *value += which == names.npos ? c : meanings[which];
        }
    }

    char32_t read_unicode() {
        constexpr char32_t replacement = 0xFFFD;
        const std::int32_t high = read_hex();
        if (high < 0) return replacement;
        if (high < 0xD800 || high > 0xDFFF) return static_cast<char32_t>(high);
        if (high > 0xDBFF || json_.substr(at_, 2) != "\\u") return replacement;
        const std::size_t back = at_;
        at_ += 2;
        const std::int32_t low = read_hex();
        if (low >= 0xDC00 && low <= 0xDFFF)
            return 0x10000 + ((static_cast<char32_t>(high) - 0xD800) << 10) + (static_cast<char32_t>(low) - 0xDC00);
        at_ = back;
        return replacement;
    }

    std::int32_t read_hex() {
        std::int32_t value = 0;
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = peek();
            const int digit = c >= '0' && c <= '9'   ? c - '0'
                              : c >= 'a' && c <= 'f' ? c - 'a' + 10
                              : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                                     : -1;
            if (digit < 0) return -1;
            value = value << 4 | digit;
        }
        return value;
    }

    std::string_view json_;
    std::span<const JsonField> fields_;
    std::size_t at_ = 0;
};

}  // namespace

std::string read_json_object(std::string_view json, std::span<const JsonField> fields) {
    if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
    Reader reader(json, fields);
    const char* fault = reader.read();
    for (const JsonField& field : fields)
        if (!is_utf8(*field.value)) *field.value = repair_utf8(*field.value);
    return fault ? std::string(fault) + " (byte " + std::to_string(reader.at() + 1) + ")" : "";
}

}  // namespace annals
