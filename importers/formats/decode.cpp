#include "importers/formats/decode.h"

#include "core/text/ascii.h"
#include "core/text/bytes.h"
#include "core/text/utf8.h"

#include <unicode/ucnv.h>
#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace annals {
namespace {

std::string_view without_bom(std::string_view bytes, std::string& charset) {
    if (bytes.starts_with("\xef\xbb\xbf")) {
        charset = "UTF-8";
        return bytes.substr(3);
    }
    if (bytes.starts_with(std::string_view("\xff\xfe\0\0", 4))) charset = "UTF-32LE";
    else if (bytes.starts_with(std::string_view("\0\0\xfe\xff", 4))) charset = "UTF-32BE";
    if (!charset.empty()) return bytes.substr(4);
    if (bytes.starts_with("\xff\xfe")) charset = "UTF-16LE";
    else if (bytes.starts_with("\xfe\xff")) charset = "UTF-16BE";
    return charset.empty() ? bytes : bytes.substr(2);
}

/// UTF-16 without a mark: text of mostly Latin letters has a zero in every other byte.
std::string utf16_by_zeros(std::string_view bytes) {
    const std::string_view head = bytes.substr(0, 4096);
    if (head.size() < 4) return {};
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0';
    const std::size_t pairs = head.size() / 2;
    if (zeros[1] * 10 > pairs * 7 && zeros[0] * 10 < pairs) return "UTF-16LE";
    if (zeros[0] * 10 > pairs * 7 && zeros[1] * 10 < pairs) return "UTF-16BE";
    return {};
}

/// UTF-8 in which a few sequences are broken, such as a file that was cut: `times` as many of its sequences are right as wrong.
bool is_damaged_utf8(std::string_view bytes, std::size_t times) {
    std::size_t right = 0, wrong = 0;
    for (std::size_t i = 0; i < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
        std::size_t got = 1;
        while (length > got && i + got < bytes.size() && (static_cast<unsigned char>(bytes[i + got]) & 0xc0) == 0x80) ++got;
        if (length > 1 && got == length) ++right;
        else if (length != 1) i + got < bytes.size() || length < 2 ? ++wrong : right += wrong == 0;  // a cut at the very end is no fault of the charset
        i += length ? got : 1;
    }
    return right > times * wrong;
}

/// All that is not ASCII are the quotes, dashes and signs that Western word processors put into plain text.
bool only_windows_marks(std::string_view bytes) {
    constexpr std::string_view marks = "\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xab\xae\xb0\xb7\xbb\xbc\xbd\xbe";
    return std::all_of(bytes.begin(), bytes.end(), [&](char c) { return static_cast<unsigned char>(c) < 0x80 || marks.find(c) != std::string_view::npos; });
}

std::string guess(std::string_view bytes) {
    if (only_windows_marks(bytes)) return "windows-1252";
    uchardet_t detector = uchardet_new();
    uchardet_handle_data(detector, bytes.data(), std::min<std::size_t>(bytes.size(), 1 << 20));
    uchardet_data_end(detector);
    std::string name = uchardet_get_charset(detector);
    uchardet_delete(detector);
    return name;
}

/// What the names of Latin charsets mean in practice (as browsers take them).
std::string as_used(std::string_view name) {
    std::string folded;
    for (char c : name)
        if (is_ascii_letter(c) || is_ascii_digit(c)) folded += ascii_lower(c);
    if (folded == "iso88591" || folded == "latin1" || folded == "usascii" || folded == "ascii" || folded == "windows1252" || folded == "cp1252") return "windows-1252";
    if (folded == "iso88599") return "windows-1254";
    if (folded == "gb2312" || folded == "gbk") return "gb18030";
    if (folded == "utf8") return "UTF-8";
    if (folded.starts_with("mac") || folded == "viscii") return {};  // uchardet names these for short Latin texts
    return std::string(name);
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

/// From one charset to UTF-8, in as many pieces as one likes.
class Conversion {
public:
    explicit Conversion(const std::string& charset) {
        UErrorCode status = U_ZERO_ERROR;
        from_.reset(ucnv_open(charset.c_str(), &status));
        if (U_FAILURE(status)) from_.reset();
        status = U_ZERO_ERROR;
        utf8_.reset(ucnv_open("UTF-8", &status));
    }
    /// Whether ICU knows the charset.
    bool possible() const { return from_ && utf8_; }

    void append(std::string_view bytes, bool last, std::string& text) {
        const char* source = bytes.data();
        const char* const end = source + bytes.size();
        UErrorCode status = U_ZERO_ERROR;
        do {
            status = U_ZERO_ERROR;
            char* target = buffer_.data();
            ucnv_convertEx(utf8_.get(), from_.get(), &target, buffer_.data() + buffer_.size(), &source, end, pivot_.data(), &pivot_source_, &pivot_target_,
                           pivot_.data() + pivot_.size(), first_, last, &status);
            first_ = false;
            text.append(buffer_.data(), target);
        } while (status == U_BUFFER_OVERFLOW_ERROR);
    }

private:
    std::unique_ptr<UConverter, Close> from_, utf8_;
    std::array<char, 1 << 16> buffer_;
    std::array<UChar, 1 << 14> pivot_;
    UChar *pivot_source_ = pivot_.data(), *pivot_target_ = pivot_.data();
    bool first_ = true;
};

/// None when ICU does not know the charset.
bool convert(std::string_view bytes, const std::string& charset, std::string& text) {
    Conversion conversion(charset);
    if (!conversion.possible()) return false;
    conversion.append(bytes, true, text);
    return true;
}

std::size_t count_replacements(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = text.find("\xef\xbf\xbd"); at != std::string_view::npos; at = text.find("\xef\xbf\xbd", at + 3)) ++count;
    return count;
}

bool is_control(unsigned char c) { return (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f; }

bool has_control(Bytes bytes) { return has_any(reinterpret_cast<Bytes>(((bytes < 0x20) & (bytes != '\n') & (bytes != '\t')) | (bytes == 0x7f))); }

/// U+0080..U+009F, and the zero-width marks U+FEFF: two or three bytes that are nothing on a page.
std::size_t invisible_at(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u; };
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0) return 2;
    if (byte(0) == 0xef && byte(1) == 0xbb && byte(2) == 0xbf) return 3;
    return 0;
}

/// U+0085, U+2028, U+2029.
std::size_t line_end_at(std::string_view text, std::size_t at) {
    if (text.substr(at, 2) == "\xc2\x85") return 2;
    const std::string_view three = text.substr(at, 3);
    return three == "\xe2\x80\xa8" || three == "\xe2\x80\xa9" ? 3 : 0;
}

}  // namespace

std::string clean_text(std::string_view utf8) {
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        const auto c = static_cast<unsigned char>(utf8[i]);
        std::size_t length = 1;
        if (c == '\r') {
            text += '\n';
            if (i + 1 < utf8.size() && utf8[i + 1] == '\n') ++length;
        } else if (c == '\f') {
            text += "\n\n";  // a page ends
        } else if (c >= 0x80 && (length = line_end_at(utf8, i))) {
            text += '\n';
        } else if (c >= 0x80 && (length = invisible_at(utf8, i))) {
        } else {
            length = 1;
            if (!is_control(c)) text += static_cast<char>(c);
        }
        i += length;
    }
    return text;
}

std::string clean_text_in_place(std::string utf8) {
    char *at = utf8.data(), *const end = at + utf8.size();
    while (at < end) {
        while (end - at >= static_cast<std::ptrdiff_t>(sizeof(Bytes)) && !has_control(bytes_at(at))) at += sizeof(Bytes);
        if (at == end) break;
        if (*at == '\r') *at = end - at > 1 && at[1] == '\n' ? ' ' : '\n';
        else if (is_control(static_cast<unsigned char>(*at))) *at = ' ';
        ++at;
    }
    return utf8;
}

Decoded decode(std::string_view bytes, std::string_view declared) {
    Decoded result;
    std::string_view rest = without_bom(bytes, result.charset);
    const std::string named = as_used(declared);
    if (result.charset.empty()) result.charset = utf16_by_zeros(rest);
    if (result.charset.empty() && is_utf8(rest) && !named.starts_with("ISO-2022")) result.charset = "UTF-8";
    std::string converted;
    if (result.charset.empty() && is_damaged_utf8(rest, named == "UTF-8" ? 1 : 10)) result.charset = "UTF-8";
    if (result.charset.empty())
        for (const std::string& charset : {named, as_used(guess(rest)), std::string("windows-1252")})
            if (!charset.empty() && charset != "UTF-8" && convert(rest, charset, converted)) {
                result.charset = charset;
                break;
            }
    std::size_t replaced = 0;
    if (result.charset == "UTF-8") {
        if (!is_utf8(rest)) {
            converted = repair_utf8(rest, &replaced);
            rest = converted;
        }
    } else {
        if (converted.empty()) convert(rest, result.charset, converted);
        replaced = count_replacements(converted);
        rest = converted;
    }
    result.text = clean_text(rest);
    if (replaced)
        result.diagnostics.push_back({"text.encoding", Severity::warning, {}, {},
                                      std::to_string(replaced) + (replaced == 1 ? " sequence was" : " sequences were") + " no valid " + result.charset + " and became U+FFFD"});
    return result;
}

ByteStream as_utf8(ByteStream bytes) {
    struct State {
        ByteStream bytes;
        std::string head, converted;
        std::unique_ptr<Conversion> conversion;
        int turn = 0;
    };
    constexpr std::size_t head_size = 4096;
    const auto state = std::make_shared<State>(State{std::move(bytes), {}, {}, nullptr});
    return [state]() -> std::string_view {
        State& s = *state;
        std::string_view piece;
        if (s.turn++ > 0) {
            piece = s.bytes();
        } else {
            for (piece = s.bytes(); !piece.empty(); piece = s.head.size() < head_size ? s.bytes() : std::string_view()) s.head += piece;
            std::string charset;
            piece = without_bom(s.head, charset);
            if (charset.empty()) charset = utf16_by_zeros(piece);
            if (!charset.empty() && charset != "UTF-8") s.conversion = std::make_unique<Conversion>(charset);
        }
        if (!s.conversion) return piece;
        s.converted.clear();
        while (true) {  // a piece may end within its first character
            s.conversion->append(piece, piece.empty(), s.converted);
            if (!s.converted.empty() || piece.empty()) return s.converted;
            piece = s.bytes();
        }
    };
}

bool looks_like_text(std::string_view head) {
    head = head.substr(0, 4096);
    std::string charset;
    const std::string_view rest = without_bom(head, charset);
    if (!charset.empty() || !utf16_by_zeros(head).empty()) return true;
    for (std::string_view mark : {"%PDF-", "PK\x03\x04", "\x1f\x8b", "\x89PNG", "GIF8", "\xff\xd8\xff", "\177ELF", "BM\x36", "\xd0\xcf\x11\xe0", "SQLite format 3", "{\\rtf"})
        if (rest.starts_with(mark)) return false;
    const auto controls = std::count_if(rest.begin(), rest.end(), [](char c) { return is_control(static_cast<unsigned char>(c)) && c != '\r' && c != '\f' && c != '\x1b'; });
    return static_cast<std::size_t>(controls) * 50 <= rest.size();
}

}  // namespace annals
