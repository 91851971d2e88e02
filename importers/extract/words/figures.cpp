#include "importers/extract/words/figures.h"

#include <optional>

namespace annals {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

std::string_view leading_digits(std::string_view word) {
    std::size_t size = 0;
    while (size < word.size() && is_digit(word[size])) ++size;
    return word.substr(0, size);
}

int value_of(std::string_view digits) {  // at most nine digits
    int value = 0;
    for (const char digit : digits) value = value * 10 + (digit - '0');
    return value;
}

std::optional<int> plain(std::string_view word, std::size_t most = 9) {
    if (word.empty() || word.size() > most || leading_digits(word).size() != word.size()) return std::nullopt;
    return value_of(word);
}

// "47,000", "1,243": figures with commas; "3.5" is none.
std::optional<int> with_commas(std::string_view word) {
    int value = 0, digits = 0;
    for (const char byte : word) {
        if (byte == ',') continue;
        if (!is_digit(byte) || ++digits > 9) return std::nullopt;
        value = value * 10 + (byte - '0');
    }
    return digits ? std::optional(value) : std::nullopt;
}

bool is_hyphen(std::string_view word) { return word == "-" || word == "\u2010" || word == "\u2011"; }

// "twenty", "twenty-one", "two hundred and five", "three thousand"; the value of the number words from i on.
Figure number_words(const LookedUp& at, std::size_t i, const FigureWords& in) {
    std::int64_t total = 0, group = 0;
    std::size_t at_end = i;
    int last = 0;  // 1 unit, 2 teen or ten, 3 scale
    for (std::size_t k = i; k < at.size() && k < i + 12; ++k) {
        const WordSense* sense = sense_of(at.entry(k), in.number);
        if (!sense) {
            const bool joint = k > i && k + 1 < at.size() && sense_of(at.entry(k + 1), in.number) &&
                               ((is_hyphen(at.word(k)) && last == 2) || (last == 3 && at.word(k) == "and"));
            if (!joint) break;
            continue;
        }
        const int value = sense->value;
        if (value == 100) {
            if (last == 3 && group == 0) break;
            group = group ? group * 100 : 100;
            last = 3;
        } else if (value >= 1000) {
            total += (group ? group : 1) * value;
            group = 0;
            last = 3;
        } else {
            if (last == 1 || (last == 2 && (value >= 10 || group % 10 != 0 || group % 100 < 20))) break;
            group += value;
            last = value < 10 ? 1 : 2;
        }
        if (total + group > 999999999) break;
        at_end = k + 1;
    }
    return {static_cast<std::uint32_t>(at_end - i), static_cast<std::int32_t>(total + group)};
}

Figure count(const LookedUp& at, std::size_t i, const FigureWords& in) {
    const Token& token = (*at.tokens)[i];
    if (token.kind == TokenKind::word) return sense_of(at.entry(i), in.number) ? number_words(at, i, in) : Figure{};
    const auto value = with_commas(at.word(i));
    return value ? Figure{1, *value} : Figure{};
}

// "1st", "22nd", "eighth", "twenty-first".
Figure nth(const LookedUp& at, std::size_t i, const FigureWords& in) {
    const std::string_view word = at.word(i);
    if (is_digit(word[0])) {
        const std::string_view digits = leading_digits(word);
        if (digits.size() > 4 || word.size() != digits.size() + 2 || (*at.tokens)[i].kind != TokenKind::number) return {};
        return {1, value_of(digits)};
    }
    if (const WordSense* sense = sense_of(at.entry(i), in.ordinal)) return {1, sense->value};
    const WordSense* tens = sense_of(at.entry(i), in.number);
    if (!tens || tens->value < 20 || tens->value > 90 || i + 2 >= at.size() || !is_hyphen(at.word(i + 1))) return {};
    const WordSense* ones = sense_of(at.entry(i + 2), in.ordinal);
    return ones && ones->value < 10 ? Figure{3, tens->value + ones->value} : Figure{};
}

// "1990s", "'90s", "470s" (of an era only), "the nineties" is a word of the lexicon.
Figure decade(std::string_view word) {
    if (word.starts_with("'"))
        word.remove_prefix(1);
    else if (word.starts_with("\u2019") || word.starts_with("\u2018"))
        word.remove_prefix(3);
    if (word.size() < 3 || word.back() != 's') return {};
    const auto value = plain(word.substr(0, word.size() - 1), 4);
    if (!value || *value % 10 != 0 || word.size() < 3) return {};
    return {1, *value};
}

Figure short_year(std::string_view word) {
    if (word.starts_with("'"))
        word.remove_prefix(1);
    else if (word.starts_with("\u2019") || word.starts_with("\u2018"))
        word.remove_prefix(3);
    else
        return {};
    const auto value = plain(word, 2);
    return value && word.size() == 2 ? Figure{1, *value} : Figure{};
}

Figure clock(std::string_view word, char mark) {
    const std::string_view hour = leading_digits(word);
    if (hour.empty() || hour.size() > 2 || word.size() < hour.size() + 3 || word[hour.size()] != mark) return {};
    const std::string_view minute = leading_digits(word.substr(hour.size() + 1));
    const std::string_view rest = word.substr(hour.size() + 1 + minute.size());
    if (minute.size() != 2 || (!rest.empty() && (rest[0] != mark || !plain(rest.substr(1), 2)))) return {};
    if (value_of(hour) > 24 || value_of(minute) > 59) return {};
    return {1, value_of(hour) * 60 + value_of(minute)};
}

// "0140"
Figure bare_clock(std::string_view word) {
    const auto value = word.size() == 4 ? plain(word) : std::nullopt;
    return value && *value / 100 <= 24 && *value % 100 <= 59 ? Figure{1, *value / 100 * 60 + *value % 100} : Figure{};
}

std::int32_t packed(int year, int first, int second) { return (year * 100 + first) * 100 + second; }

// "3/27/2014", "14.07.2015", "23-01-17": two figures of at most two digits, then the year.
Figure numeric_date(std::string_view word) {
    const std::string_view first = leading_digits(word);
    if (first.empty() || first.size() > 2 || first.size() == word.size()) return {};
    const char mark = word[first.size()];
    if (mark != '/' && mark != '.' && mark != '-') return {};
    std::string_view rest = word.substr(first.size() + 1);
    const std::string_view second = leading_digits(rest);
    if (second.empty() || second.size() > 2 || second.size() == rest.size() || rest[second.size()] != mark) return {};
    rest.remove_prefix(second.size() + 1);
    auto year = plain(rest, 4);
    if (!year || (rest.size() != 4 && rest.size() != 2) || (mark == '.' && rest.size() == 2 && second.size() < 2)) return {};
    const int a = value_of(first), b = value_of(second);
    if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) return {};
    if (rest.size() == 2) *year += *year < 50 ? 2000 : 1900;
    return {1, packed(*year, a, b)};
}

Figure iso_date(std::string_view word) {
    if (word.size() < 8 || leading_digits(word).size() != 4 || (word[4] != '-' && word[4] != '/')) return {};
    const std::string_view month = leading_digits(word.substr(5));
    if (month.empty() || month.size() > 2 || word.size() < 7 + month.size() || word[5 + month.size()] != word[4]) return {};
    const std::string_view day = leading_digits(word.substr(6 + month.size()));
    const std::size_t end = 6 + month.size() + day.size();
    if (day.empty() || day.size() > 2 || (end < word.size() && word[end] != 'T' && word[end] != 't')) return {};
    const int m = value_of(month), d = value_of(day);
    if (m < 1 || m > 12 || d < 1 || d > 31) return {};
    return {1, packed(value_of(word.substr(0, 4)), m, d)};
}

// "nineteen ninety-six", "fifteen eighteen", "two thousand (and) five", "nineteen hundred".
Figure year_words(const LookedUp& at, std::size_t i, const FigureWords& in) {
    const WordSense* first = sense_of(at.entry(i), in.number);
    if (!first) return {};
    if (first->value >= 11 && first->value <= 20) {
        if (i + 1 >= at.size()) return {};
        const Figure second = number_words(at, i + 1, in);
        if (second.length && second.value >= 10 && second.value <= 99) return {second.length + 1, first->value * 100 + second.value};
        return {};
    }
    if (first->value != 2) return {};
    const Figure whole = number_words(at, i, in);
    return whole.length > 1 && whole.value >= 2000 && whole.value < 2100 ? whole : Figure{};
}

constexpr std::uint64_t set_of(std::initializer_list<FigureClass> figures) {
    std::uint64_t set = 0;
    for (const FigureClass figure : figures) set |= std::uint64_t{1} << static_cast<unsigned>(figure);
    return set;
}

}  // namespace

std::uint64_t figures_of_number(std::string_view number) {
    using enum FigureClass;
    constexpr std::uint64_t with_marks = set_of({short_year, nth, count, decade, clock, dotted_clock, numeric_date, iso_date});
    if (leading_digits(number).size() < number.size()) return with_marks;
    if (number.size() <= 2) return set_of({day, hour, digits, count});
    if (number.size() == 4) return set_of({year, digits, count, bare_clock});
    return number.size() == 3 || number.size() == 5 ? set_of({digits, count}) : set_of({count});
}

std::uint64_t figures_of_word() {
    using enum FigureClass;
    return set_of({nth, count, year_words});
}

Figure read_figure(FigureClass figure, const LookedUp& at, std::size_t i, const FigureWords& in) {
    const std::string_view word = at.word(i);
    const bool number = (*at.tokens)[i].kind == TokenKind::number;
    switch (figure) {
        case FigureClass::year: {
            const auto value = number && word.size() == 4 ? plain(word) : std::nullopt;
            return value && *value >= 1000 && *value < 2200 ? Figure{1, *value} : Figure{};
        }
        case FigureClass::short_year:
            return number ? short_year(word) : Figure{};
        case FigureClass::day: {
            const auto value = number ? plain(word, 2) : std::nullopt;
            return value && *value >= 1 && *value <= 31 ? Figure{1, *value} : Figure{};
        }
        case FigureClass::hour: {
            const auto value = number ? plain(word, 2) : std::nullopt;
            return value && *value <= 24 ? Figure{1, *value} : Figure{};
        }
        case FigureClass::digits: {
            const auto value = number ? plain(word, 5) : std::nullopt;
            return value ? Figure{1, *value} : Figure{};
        }
        case FigureClass::nth:
            return nth(at, i, in);
        case FigureClass::count:
            return count(at, i, in);
        case FigureClass::decade:
            return number ? decade(word) : Figure{};
        case FigureClass::clock:
            return number ? clock(word, ':') : Figure{};
        case FigureClass::dotted_clock:
            return number ? clock(word, '.') : Figure{};
        case FigureClass::bare_clock:
            return number ? bare_clock(word) : Figure{};
        case FigureClass::numeric_date:
            return number ? numeric_date(word) : Figure{};
        case FigureClass::iso_date:
            return number ? iso_date(word) : Figure{};
        case FigureClass::year_words:
            return number ? Figure{} : year_words(at, i, in);
        case FigureClass::size:
            break;
    }
    return {};
}

}  // namespace annals
