#include "importers/extract/words/tokenize.h"

#include "core/text/bytes.h"
#include "importers/extract/words/abbreviations.h"
#include "importers/extract/words/byte_class.h"
#include "importers/extract/words/joined_figures.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace annals {
namespace {

using enum ByteClass;

constexpr int plain_size = sizeof(Bytes);  // as Token::plain says

constexpr std::array<bool, 256> is_alphanumeric = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte) table[byte] = byte_classes[byte] == letter || byte_classes[byte] == digit;
    return table;
}();

// What may stand behind letters within a word: U.S., don't, http://, x@y, file_name.
constexpr std::array<bool, 256> may_go_on = [] {
    std::array<bool, 256> table{};
    for (std::size_t byte = 0; byte < table.size(); ++byte)
        table[byte] = byte >= 0x80 || byte == '.' || byte == '\'' || byte == ':' || byte == '@' || byte == '_';
    return table;
}();

// Of the bytes from `at` on, as many as there are bits, those that are no ASCII letters or digits: bit n for byte n.
constexpr int window_size = 64;

std::uint64_t others_in_window(const char* at) {
#if defined(__SSE2__)
    const auto below = [](__m128i bytes, int first, int count) {  // first <= byte < first + count, as signed bytes compare
        return _mm_cmplt_epi8(_mm_add_epi8(bytes, _mm_set1_epi8(static_cast<char>(0x80 - first))), _mm_set1_epi8(static_cast<char>(0x80 + count)));
    };
    const auto known = [&](int place) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at + place));
        const __m128i letters = below(_mm_or_si128(bytes, _mm_set1_epi8(0x20)), 'a', 26), digits = below(bytes, '0', 10);
        return std::uint64_t{static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(letters, digits)))} << place;
    };
    return ~(known(0) | known(16) | known(32) | known(48));
#else
    std::uint64_t others = 0;
    for (int i = 0; i < window_size; ++i) others |= std::uint64_t{!is_alphanumeric[static_cast<unsigned char>(at[i])]} << i;
    return others;
#endif
}

// "cannot" is two words: whether one begins so, in any case.
bool begins_cann(const char* at) {
    std::uint32_t bytes, cann;
    std::memcpy(&bytes, at, sizeof bytes);
    std::memcpy(&cann, "cann", sizeof cann);
    return (bytes | 0x20202020u) == cann;
}

class Tokenizer {
public:
    Tokenizer(std::string_view text, Span span, TokenRoom& room, std::size_t first)
        : base_(text.data()), at_(base_ + span.begin), end_(base_ + span.end), text_end_(base_ + text.size()), room_(room), first_(first) {
        if (room_.empty()) room_.resize(span.size() / 4 + 4);
        next_ = room_.data() + first_;
        last_ = room_.data() + room_.size();
    }

    std::size_t run() {
        read();
        return static_cast<std::size_t>(next_ - room_.data());
    }

private:
    void read() {
        while (true) {
            while (at_ < end_ && class_of(*at_) == space) {
                ++at_;
                space_ = true;
            }
            if (at_ >= end_) return;
            switch (class_of(*at_)) {
                case space:
                case letter:
                    plain_words();
                    break;
                case digit:
                    number();
                    break;
                case mark:
                    if (*at_ != '\'' && peek(1) != *at_) {  // most stand alone
                        put(at_, at_ + 1, TokenKind::mark, false, is_within(at_));
                        ++at_;
                    } else {
                        marks();
                    }
                    break;
                case high: {
                    const CodePoint next = code_point_at(at_, end_);
                    if (next.kind == space) {
                        at_ += next.size;
                        space_ = true;
                    } else if (next.kind == letter)
                        word();
                    else
                        marks();
                }
            }
        }
    }

    // Whether the text has `plain_size` bytes from there on.
    bool is_within(const char* p) const { return text_end_ - p >= plain_size; }
    char peek(std::ptrdiff_t ahead = 0) const { return end_ - at_ > ahead ? at_[ahead] : '\0'; }

    void put(const char* from, const char* to, TokenKind kind, bool capital = false, bool plain = false) {
        if (next_ == last_) next_ = grow();
        *next_++ = {{static_cast<std::uint32_t>(from - base_), static_cast<std::uint32_t>(to - base_)}, kind, capital, space_, plain};
        space_ = false;
    }

    // More room; gives the place behind what was full.
    Token* grow() {
        const std::size_t size = room_.size();
        room_.resize(2 * size);
        last_ = room_.data() + room_.size();
        return room_.data() + size;
    }

    // Length of an apostrophe at p; 0 if there is none.
    std::uint32_t apostrophe(const char* p) const {
        if (p < end_ && *p == '\'') return 1;
        return end_ - p >= 3 && p[0] == '\xe2' && p[1] == '\x80' && p[2] == '\x99' ? 3 : 0;
    }

    bool letter_at(const char* p) const { return is_letter_at(p, end_); }
    bool letter_or_digit_at(const char* p) const { return is_letter_or_digit_at(p, end_); }
    const char* digits(const char* p) const { return end_of_digits(p, end_); }

    // Length of "s", "m", "d", "re", "ve", "ll" at p, if the word ends behind it; else 0.
    std::uint32_t clitic(const char* p) const {
        const char a = p < end_ ? lower(*p) : '\0', b = end_ - p > 1 ? lower(p[1]) : '\0';
        std::uint32_t size = 0;
        if ((a == 'r' && b == 'e') || (a == 'v' && b == 'e') || (a == 'l' && b == 'l'))
            size = 2;
        else if (a == 's' || a == 'm' || a == 'd')
            size = 1;
        return size && !letter_or_digit_at(p + size) ? size : 0;
    }

    const char* run_of_alphanumerics(const char* p) const {
        while (p < end_ && is_alphanumeric[static_cast<unsigned char>(*p)]) ++p;
        return p;
    }

    // How long the run of ASCII letters and digits at p is, if that is seen at a glance: at most `window_size`; else 0, as where the text has less
    // than `plain_size` bytes from p on. Looks at many bytes at once, so that one word need not wait for the next; p never goes back.
    int glance(const char* p) {
        if (p - window_ < window_size)
            if (const std::uint64_t others = others_ >> (p - window_)) return std::countr_zero(others);
        if (text_end_ - p < window_size + plain_size) return 0;
        window_ = p;
        others_ = others_in_window(p);
        return std::countr_zero(others_);
    }

    const char* run_of_letters(const char* p) const {
        while (true) {
            p = run_of_alphanumerics(p);
            if (p >= end_ || class_of(*p) != high) return p;
            const CodePoint next = code_point_at(p, end_);
            if (next.kind != letter) return p;
            p += next.size;
        }
    }

    // Most words: few ASCII letters, and what follows cannot belong to them. Reads all up to one that is none.
    void plain_words() {
        const char* at = at_;
        bool space = space_, usual = false;
        Token* next = next_;
        while (true) {
            const int run = glance(at);
            const char* const p = at + run;
            usual = run > 0 && run < plain_size && p < end_ && !may_go_on[static_cast<unsigned char>(*p)] && !begins_cann(at);
            if (!usual) break;
            if (next == last_) next = grow();
            *next++ = {{static_cast<std::uint32_t>(at - base_), static_cast<std::uint32_t>(p - base_)}, TokenKind::word, is_upper(*at), space, true};
            at = p;
            space = end_ - p > 1 && *p == ' ' && class_of(p[1]) == letter;
            if (!space) break;
            ++at;
        }
        at_ = at;
        space_ = space;
        next_ = next;
        if (!usual) word();
    }

    void word() {
        const char* start = at_;
        const bool capital = is_upper(*start) || (class_of(*start) == high && code_point_at(start, end_).capital);
        const char* segment = start;
        bool dotted = false, initials = true;
        const char* p = start;
        while (true) {
            p = run_of_letters(p);
            if (p >= end_ || class_of(*p) == space) break;
            if (*p == '.') {
                initials = initials && p - segment <= 2;
                if (letter_at(p + 1) && (p - segment == 1 || dotted || !is_upper(p[1]))) {
                    dotted = true;
                    segment = ++p;
                    continue;
                }
                at_ = p;
                if (keeps_stop(start, p, dotted && initials)) ++p;
                break;
            }
            if (const std::uint32_t size = apostrophe(p)) {
                const char last = p > start ? lower(p[-1]) : '\0';
                if (last == 'n' && p + size < end_ && lower(p[size]) == 't' && !letter_or_digit_at(p + size + 1)) {
                    const char* cut = p - 1;
                    if (cut > start) put(start, cut, TokenKind::word, capital);
                    put(cut, p + size + 1, TokenKind::word);
                    at_ = p + size + 1;
                    return;
                }
                if (clitic(p + size) || !letter_at(p + size)) break;
                p += size;
                continue;
            }
            if ((*p == ':' && end_ - p > 3 && p[1] == '/' && p[2] == '/') || (*p == '@' && letter_or_digit_at(p + 1)) || *p == '_') {
                p = address_end(p);
                break;
            }
            break;
        }
        if (p - start == 6 && lower(start[0]) == 'c' && lower(start[1]) == 'a' && lower(start[2]) == 'n' && lower(start[3]) == 'n' &&
            lower(start[4]) == 'o' && lower(start[5]) == 't') {
            put(start, start + 3, TokenKind::word, capital);
            put(start + 3, p, TokenKind::word);
        } else {
            put(start, p, TokenKind::word, capital);
        }
        at_ = p;
    }

    // Web and mail addresses and names with underscores are one token.
    const char* address_end(const char* p) const {
        while (p < end_ && class_of(*p) != space && *p != '"' && *p != '<' && *p != '>' && *p != ')' && *p != ']' &&
               (class_of(*p) != high || code_point_at(p, end_).kind == letter))
            p += class_of(*p) == high ? code_point_at(p, end_).size : 1;
        while (p > at_ && (p[-1] == '.' || p[-1] == ',' || p[-1] == ';' || p[-1] == ':' || p[-1] == '!' || p[-1] == '?' || p[-1] == '\''))
            --p;
        return p;
    }

    // Whether the full stop at `stop` belongs to the word [start, stop).
    bool keeps_stop(const char* start, const char* stop, bool initials) const {
        const char* next = stop + 1;
        if (initials) return !letter_or_digit_at(next);
        const std::string_view word(start, static_cast<std::size_t>(stop - start));
        const bool initial = word.size() == 1 && is_upper(word[0]);
        const Abbreviation kind = initial ? Abbreviation::usual : abbreviation(word);
        if (kind == Abbreviation::none) return false;
        if (letter_or_digit_at(next)) return kind != Abbreviation::number || is_digit(*next);
        const char* behind = next;
        int lines = 0;
        while (next < end_ && class_of(*next) == space) lines += *next++ == '\n';
        const bool gap = next > behind;
        if (next >= end_ || lines > 1) return false;
        if (kind == Abbreviation::number) return is_digit(*next);
        if (kind == Abbreviation::title) return true;
        if (!gap) return *next != '"' && *next != ')' && class_of(*next) != high;
        if (is_digit(*next) || !letter_at(next)) return *next != '"' && class_of(*next) != high;
        if (!is_upper(*next)) return true;
        const char* last = run_of_letters(next);
        return !starts_sentences({next, static_cast<std::size_t>(last - next)}) && !(initial && word[0] == 'I');
    }

    void number() {
        const char* start = at_;
        const char* p = digits(start);
        const char* const only_digits = p;
        if (const char* iso = iso_date_end(start, p, end_)) {
            put(start, iso, TokenKind::number);
            at_ = iso;
            return;
        }
        while (p < end_) {
            if (*p == '/' && joins_years(start, p, end_)) break;
            if ((*p == '.' || *p == ':' || *p == '/') && p + 1 < end_ && is_digit(p[1]))
                p = digits(p + 1);
            else if (*p == ',' && digits(p + 1) - p == 4)
                p += 4;
            else
                break;
        }
        const char* letters = run_of_letters(p);
        TokenKind kind = TokenKind::number;
        if (letters > p) {
            const std::string_view tail(p, static_cast<std::size_t>(letters - p));
            const char a = lower(tail[0]), b = tail.size() > 1 ? lower(tail[1]) : '\0';
            const bool ordinal =
                tail.size() == 2 && ((a == 's' && b == 't') || (a == 'n' && b == 'd') || (a == 'r' && b == 'd') || (a == 't' && b == 'h'));
            const bool decade = tail.size() == 1 && a == 's';
            const bool hour =
                (tail.size() == 2 && (a == 'a' || a == 'p') && b == 'm') ||
                (tail.size() == 1 && (a == 'a' || a == 'p') && end_ - letters > 1 && letters[0] == '.' && lower(letters[1]) == 'm');
            if (!hour) {
                p = letters;
                if (!ordinal && !decade) kind = TokenKind::word;
            }
        }
        put(start, p, kind, false, p == only_digits && p - start < plain_size && is_within(start));
        at_ = p;
    }

    void marks() {
        if (const std::uint32_t size = apostrophe(at_)) {
            const char* p = at_ + size;
            if (*at_ == '\'' && p < end_ && *p == '\'') {  // closes what "``" opened
                put(at_, p + 1, TokenKind::mark);
                at_ = p + 1;
                return;
            }
            if (next_ > room_.data() + first_ && next_[-1].kind != TokenKind::mark) {
                const std::uint32_t length = clitic(p);
                if (length && (!space_ || !apostrophe(p + length))) {  // "it 's": text that was split into words before
                    put(at_, p + length, TokenKind::word);
                    at_ = p + length;
                    return;
                }
            }
            const char* behind = digits(p);
            if (behind - p == 2) {  // '90s, '68
                const bool decade = behind < end_ && *behind == 's' && !letter_or_digit_at(behind + 1);
                if (decade || !letter_or_digit_at(behind)) {
                    behind += decade;
                    put(at_, behind, TokenKind::number);
                    at_ = behind;
                    return;
                }
            }
            put(at_, p, TokenKind::mark);
            at_ = p;
            return;
        }
        const char first = *at_;
        const char* p = at_ + (class_of(first) == high ? code_point_at(at_, end_).size : 1);
        if (first == '.' || first == '-' || first == '=' || first == '*' || first == '_' || first == '`')  // "...", "--" are one mark
            while (p < end_ && *p == first) ++p;
        put(at_, p, TokenKind::mark, false, p - at_ == 1 && is_within(at_));
        at_ = p;
    }

    const char* base_;
    const char* at_;
    const char* end_;
    const char* text_end_;  // what may be looked at
    TokenRoom& room_;
    std::size_t first_;
    Token *next_ = nullptr, *last_ = nullptr;  // the place of the next one, the end of the room
    bool space_ = false;
    const char* window_ = at_;    // others_in_window of it, from the first look on
    std::uint64_t others_ = 0;
};

}  // namespace

TokenRoom tokenize(std::string_view text, Span span) {
    TokenRoom tokens;
    tokens.resize(tokenize(text, span, tokens, 0));
    return tokens;
}

std::size_t tokenize(std::string_view text, Span span, TokenRoom& room, std::size_t first) { return Tokenizer(text, span, room, first).run(); }

}  // namespace annals
