#include "importers/extract/happenings/happening_words.h"

#include "importers/extract/words/word_list.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <unordered_map>
#include <utility>

namespace annals {
namespace {

using ByWord = std::unordered_map<std::string_view, Happening>;

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

void for_words(std::string_view list, const auto& with_word) {
    while (!list.empty()) {
        const auto end = std::min(list.find(','), list.size());
        if (const auto word = trimmed(list.substr(0, end)); !word.empty()) with_word(word);
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

/// [once] [seldom] name [: kinds] = verbs / nouns.
struct Known {
    ByWord verbs, nouns, words;  // words: both, a noun first
    std::set<std::string_view, std::less<>> with_object, with_subject;
    struct OfList {
        const WordList& nouns;
        Happening happening;
    };
    std::unordered_multimap<std::string_view, OfList> of_lists;  // by verb: "name .. @posts"
    std::unordered_map<std::string_view, std::uint32_t> kinds;   // of a happening by its name
    std::vector<std::string_view> kind_names;                    // the place of a kind is its bit
    std::set<std::string_view, std::less<>> first_words;         // of verbs of two words: "give way"

    Known() {
        for (std::string_view line : word_list("happenings").words()) {
            const auto equals = line.find('='), slash = line.find('/');
            if (equals == line.npos || slash == line.npos || slash < equals) continue;
            const auto colon = std::min(line.find(':'), equals);
            Happening happening;
            happening.name = trimmed(line.substr(0, colon));
            happening.once = take(happening.name, "once ");
            happening.seldom = take(happening.name, "seldom ");
            std::uint32_t& bits = kinds[happening.name];
            if (colon < equals)
                for_words(line.substr(colon + 1, equals - colon - 1), [&](std::string_view kind) {
                    happening.kinds.push_back(kind);
                    bits |= bit_of(kind);
                });
            for_words(line.substr(equals + 1, slash - equals - 1), [&](std::string_view word) { add_verb(word, happening); });
            for_words(line.substr(slash + 1), [&](std::string_view word) { nouns.emplace(word, happening); });
        }
        words = nouns;
        words.insert(verbs.begin(), verbs.end());
    }

    static bool take(std::string_view& name, std::string_view mark) {
        const bool has = name.starts_with(mark);
        if (has) name = trimmed(name.substr(mark.size()));
        return has;
    }

    void add_verb(std::string_view word, const Happening& happening) {
        constexpr std::string_view object = " .. ", subject = " > ";
        if (const auto at = word.find(subject); at != word.npos) with_subject.insert(word.substr(at + subject.size()));
        if (const auto at = word.find(object); at != word.npos) {
            with_object.insert(word.substr(0, at));
            if (const std::string_view noun = word.substr(at + object.size()); noun.starts_with('@')) {
                of_lists.emplace(word.substr(0, at), OfList{word_list(noun.substr(1)), happening});
                return;
            }
        } else if (const auto blank = word.find(' '); blank != word.npos) {
            first_words.insert(word.substr(0, blank));
        }
        verbs.emplace(word, happening);
    }

    std::uint32_t bit_of(std::string_view kind) {
        const auto found = std::find(kind_names.begin(), kind_names.end(), kind);
        const auto place = static_cast<std::uint32_t>(found - kind_names.begin());
        assert(place < 32);
        if (found == kind_names.end()) kind_names.push_back(kind);
        return 1u << place;
    }
};

const Known& known() {
    static const Known all;
    return all;
}

const Happening* find(const ByWord& words, std::string_view word) {
    const auto found = words.find(word);
    return found == words.end() ? nullptr : &found->second;
}

}  // namespace

const Happening* happening_verb(std::string_view verb) { return find(known().verbs, verb); }
const Happening* happening_noun(std::string_view noun) { return find(known().nouns, noun); }
const Happening* happening_word(std::string_view word) { return find(known().words, word); }

bool has_objects(std::string_view verb) { return known().with_object.contains(verb); }

const Happening* happening_with_object(const std::string& verb, const std::string& noun) {
    if (const Happening* phrase = find(known().verbs, verb + " .. " + noun)) return phrase;
    const auto [first, last] = known().of_lists.equal_range(verb);
    const auto found = std::find_if(first, last, [&](const auto& entry) { return entry.second.nouns.has(noun); });
    return found == last ? nullptr : &found->second.happening;
}

bool opens_happening(std::string_view verb) { return known().first_words.contains(verb); }

std::uint32_t kinds_of_happening(std::string_view name) {
    const auto found = known().kinds.find(name);
    return found == known().kinds.end() ? 0 : found->second;
}

std::uint32_t happening_kind(std::string_view kind) {
    const auto& names = known().kind_names;
    const auto found = std::find(names.begin(), names.end(), kind);
    return found == names.end() ? 0 : 1u << (found - names.begin());
}

bool has_subjects(std::string_view verb) { return known().with_subject.contains(verb); }

const Happening* happening_with_subject(const std::string& verb, const std::string& noun) { return find(known().verbs, noun + " > " + verb); }

}  // namespace annals
