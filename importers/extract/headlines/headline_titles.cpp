#include "importers/extract/headlines/headline_titles.h"

#include "core/text/utf8.h"
#include "importers/extract/words/wordnet.h"

namespace annals {
namespace {

class Titles {
public:
    Titles(std::string_view text, const Sentence& sentence, const TokenChoice& choice)
        : text_(text), sentence_(sentence), choice_(choice) {}

    /// From where on words are no part of the name that ends with `last`, and where the name itself begins; the same where it has no title.
    struct Bounds {
        std::uint32_t title, name;
    };
    Bounds before(std::uint32_t last) const {
        auto name = last;
        while (name > 0 && is_name(name - 1) && !is_title(name - 1)) --name;
        auto end = name;
        if (last > name + 1 && name > 1 && word_of(text_, sentence_, name - 1) == "of" && choice_.has(name - 2) && is_title(name - 2))
            end = name++ - 1;  // "Secretary of State Anna Holm"
        if (name == last || end == 0 || !choice_.has(end - 1) || !is_title(end - 1)) return {name, name};
        auto first = end - 1;
        while (first > 0 && choice_.has(first - 1) && (is_noun(sentence_.tags[first - 1]) || sentence_.tags[first - 1] == Tag::JJ)) --first;
        if (first > 0 && choice_.has(first - 1) && sentence_.tags[first - 1] == Tag::DT) --first;
        return {first, name};
    }

    bool is_name(std::uint32_t token) const {
        return choice_.has(token) && is_proper(sentence_.tags[token]) && sentence_.tokens[token].capital;
    }

    bool belongs_to_somebody(std::uint32_t title) const {
        const Tag before = title > 0 ? sentence_.tags[title - 1] : Tag::none;
        return before == Tag::POS || before == Tag::PRPS || before == Tag::CC;
    }

private:
    bool is_title(std::uint32_t token) const {
        constexpr int noun_person = 16;  // lexicographer file of WordNet, as WordSenses counts them
        return is_noun(sentence_.tags[token]) && word_senses(fold(word_of(text_, sentence_, token))).noun_class() == noun_person;
    }

    const std::string_view text_;
    const Sentence& sentence_;
    const TokenChoice& choice_;
};

}  // namespace

std::vector<TokenRange> drop_titles(std::string_view text, const Sentence& sentence, std::uint32_t verb, std::size_t excess,
                                    TokenChoice& choice) {
    const Titles titles(text, sentence, choice);
    std::vector<TokenRange> found;
    std::size_t room = 0;
    for (auto i = static_cast<std::uint32_t>(sentence.tokens.size()); i-- > 1 && room < excess;) {
        if (!titles.is_name(i) || !titles.is_name(i - 1)) continue;
        const auto [title, name] = titles.before(i);
        i = title < i ? title + 1 : i;
        const TokenRange words{title, name};
        if (words.empty() || titles.belongs_to_somebody(title) || words.contains(verb)) continue;
        found.push_back(words);
        for (auto k = title; k < name; ++k) room += code_points(word_of(text, sentence, k)) + sentence.tokens[k].space_before;
    }
    if (room < excess) return {};
    for (const TokenRange& words : found) choice.drop(words);
    return found;
}

}  // namespace annals
