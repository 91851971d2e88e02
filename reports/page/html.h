// Markup that is safe to write: fixed markup enters at compile time only, everything else by escaping.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace annals::page {

/// Fixed markup. Made from a literal by the compiler: no text of a run can become one.
class Markup {
public:
    consteval Markup(const char* literal) : text_(literal) {}
    constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// Text of a source, for element content and for attributes in double quotes alike.
struct Text {
    std::string_view text;
};

/// JSON within <script type="application/json">: '<' is escaped, so that no text ends the script; so are explicit bidi controls.
struct Json {
    std::string_view json;
};

/// A file of the source tree that enters as it is: page.css, page.js.
class Asset {
public:
    std::string_view text() const { return text_; }

private:
    explicit Asset(std::string_view text) : text_(text) {}
    friend Asset style();
    friend Asset script();

    std::string_view text_;
};

class Html {
public:
    Html& operator<<(Markup markup) { return raw(markup.text()); }
    Html& operator<<(Asset asset) { return raw(asset.text()); }
    Html& operator<<(const Html& html) { return raw(html.html_); }
    /// Escaped. Controls that HTML forbids become U+FFFD; explicit bidi controls are left out, so that words cannot be shown in another order.
    Html& operator<<(Text text);
    Html& operator<<(std::int64_t number) { return raw(std::to_string(number)); }
    Html& operator<<(int number) { return *this << std::int64_t{number}; }
    Html& operator<<(std::size_t number) { return *this << static_cast<std::int64_t>(number); }
    /// A place on an axis, with two decimals at most.
    Html& operator<<(double number);
    Html& operator<<(Json json);
    Html& json_string(std::string_view text);

    std::string_view text() const { return html_; }
    bool empty() const { return html_.empty(); }
    void clear() { html_.clear(); }

private:
    Html& raw(std::string_view text) {
        html_ += text;
        return *this;
    }

    std::string html_;
};

/// Whether `url` may be a link: http or https, and no white space or control in it.
bool is_web_link(std::string_view url);

}  // namespace annals::page
