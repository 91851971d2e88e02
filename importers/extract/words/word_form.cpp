#include "importers/extract/words/word_form.h"

#include "core/text/ascii.h"
#include "importers/extract/words/feature_hash.h"
#include "importers/extract/words/wordnet.h"

#include <algorithm>
#include <span>
#include <utility>

namespace annals {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Long tokens are addresses and noise: their ends say enough.
constexpr std::size_t longest = 48;

// Runs of a kind of letter count once or twice: "McDonald" XxXxx, "F-16" X-dd.
std::uint32_t shape_of(std::string_view word) {
    std::uint32_t shape = 1;
    int last = 0, run = 0;
    for (const char c : word.substr(0, 16)) {
        const int kind = is_upper(c)                           ? 1
                         : is_lower(c)                         ? 2
                         : is_digit(c)                         ? 3
                         : c == '-'                            ? 4
                         : c == '.'                            ? 5
                         : c == ','                            ? 6
                         : static_cast<unsigned char>(c) > 127 ? 2
                                                               : 7;
        run = kind == last ? run + 1 : 1;
        last = kind;
        if (run <= 2) shape = shape * 8 + static_cast<std::uint32_t>(kind);
    }
    return shape;
}

struct Ending {
    std::string_view suffix, instead;
};

// WordNet's rules for inflected forms; the first that leads to a known word.
constexpr Ending endings[] = {{"ies", "y"}, {"es", "e"}, {"s", ""},   {"es", ""},   {"ied", "y"}, {"ed", "e"}, {"ed", ""},
                              {"ing", "e"}, {"ing", ""}, {"er", "e"}, {"est", "e"}, {"er", ""},   {"est", ""}, {"ly", ""}};

std::uint32_t senses_of(const std::string& word) {
    if (const WordSenses senses = word_senses(word); senses.known()) return senses.bits;
    std::uint32_t number = 1;
    for (const Ending& ending : endings) {
        if (word.size() > ending.suffix.size() + 2 && word.ends_with(ending.suffix)) {
            std::string stem = word.substr(0, word.size() - ending.suffix.size());
            if (const WordSenses senses = word_senses(stem + std::string(ending.instead)); senses.known())
                return number << 16 | senses.bits;
            if (ending.instead.empty() && stem[stem.size() - 1] == stem[stem.size() - 2]) {
                stem.pop_back();
                if (const WordSenses senses = word_senses(stem); senses.known()) return number << 16 | senses.bits;
            }
        }
        ++number;
    }
    return 0;
}

}  // namespace

std::string fold_word(std::string_view word) {
    std::string folded;
    append_folded(word, folded);
    return folded;
}

void append_folded(std::string_view word, std::string& folded) {
    if (word.size() > longest) {
        append_folded(word.substr(0, longest / 2), folded);
        append_folded(word.substr(word.size() - longest / 2), folded);
        return;
    }
    const std::size_t begin = folded.size();
    char bits = 0;
    folded.append(word);
    for (char& c : std::span(folded).subspan(begin)) {
        bits |= c;
        c = ascii_lower(c);
    }
    if (bits >= 0) return;
    folded.resize(begin);
    for (std::size_t at = 0; at < word.size(); ++at) {
        const char c = word[at];
        const auto follows = [&](const char* bytes) { return word.compare(at, 3, bytes) == 0; };
        if (is_upper(c)) {
            folded += static_cast<char>(c + 32);
        } else if (c == '\xC3' && at + 1 < word.size() && static_cast<unsigned char>(word[at + 1]) < 0x9F) {
            folded += c;
            folded += static_cast<char>(word[++at] | 0x20);
        } else if (c == '\xE2' && (follows("\u2019") || follows("\u2018"))) {
            folded += '\'';
            at += 2;
        } else if (c == '\xE2' && (follows("\u201C") || follows("\u201D"))) {
            folded += '"';
            at += 2;
        } else if (c == '\xE2' && (follows("\u2013") || follows("\u2010") || follows("\u2011"))) {
            folded += '-';
            at += 2;
        } else if (c == '\xE2' && follows("\u2014")) {
            folded += "--";
            at += 2;
        } else if (c == '\xE2' && follows("\u2026")) {
            folded += "...";
            at += 2;
        } else {
            folded += c;
        }
    }
}

WordForm word_form(std::string_view word) {
    WordForm form;
    std::string folded = fold_word(word);
    form.capital =
        !word.empty() && (is_upper(word[0]) || (word[0] == '\xC3' && word.size() > 1 && static_cast<unsigned char>(word[1]) < 0x9F));
    form.upper = std::count_if(word.begin(), word.end(), is_upper) > 1 && std::none_of(word.begin(), word.end(), is_lower);
    form.shape = shape_of(word);
    if (!folded.empty() && !is_digit(folded[0]) && is_lower(folded[0])) form.senses = senses_of(folded);
    for (char& c : folded)
        if (is_digit(c)) c = '0';
    // A year is a word of its own: four digits that begin with 1 or 2.
    form.word = word.size() == 4 && folded == "0000" && (word[0] == '1' || word[0] == '2') ? 1 : hash_bytes(folded);
    const std::string_view view = folded;
    for (std::size_t size = 1; size <= form.suffix.size(); ++size)
        form.suffix[size - 1] = hash_bytes(view.substr(view.size() - std::min(size, view.size())), 2);
    for (std::size_t size = 1; size <= form.prefix.size(); ++size) form.prefix[size - 1] = hash_bytes(view.substr(0, size), 3);
    return form;
}

namespace {

/// The forms of the words met last, which are most of the words to come. A form depends on its word alone.
class FormsMet {
public:
    const WordForm& of(std::string_view word) {
        if (word.size() > sizeof Met::letters) return longer_ = word_form(word);
        if (came_ > met_.size() && met_.size() < most_met) make_room();
        Met& met = place_of(word);
        if (met.word() == word && !word.empty()) return met.form;
        ++came_;
        met.size = static_cast<std::uint8_t>(word.size());
        word.copy(met.letters, word.size());
        return met.form = word_form(word);
    }

private:
    struct Met {
        WordForm form;
        std::uint8_t size = 0;
        char letters[15] = {};
        std::string_view word() const { return {letters, size}; }
    };
    static constexpr std::size_t most_met = std::size_t{1} << 13;

    Met& place_of(std::string_view word) { return met_[hash_bytes(word) & (met_.size() - 1)]; }
    void make_room() {
        const std::vector<Met> old = std::exchange(met_, std::vector<Met>(4 * met_.size()));
        for (const Met& met : old)
            if (met.size) place_of(met.word()) = met;
    }

    std::vector<Met> met_ = std::vector<Met>(std::size_t{1} << 9);  // grows with what comes
    std::size_t came_ = 0;                                          // how many did
    WordForm longer_;
};

}  // namespace

std::vector<WordForm> word_forms(std::string_view text, const Tokens& tokens) {
    thread_local FormsMet met;
    std::vector<WordForm> forms;
    forms.reserve(tokens.size());
    for (const Token& token : tokens) forms.push_back(met.of(words(text, token.span)));
    return forms;
}

}  // namespace annals
