#include "core/events/topic.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_names = 24, most_words = 48, most_repeated = 200, most_days = 64;
constexpr int often = 3;
/// An article with no more names hardly says whom it is about.
constexpr std::size_t few_names = 8;
// Calibrated on pairs of articles: of one story, of one region, of nothing in common (bench/results.md).
constexpr double name_weight = 2, word_weight = 1, outlet_weight = 4, least_weight = 6, least_share = 0.15;
/// Without a name in common.
constexpr double least_words = 10, least_share_of_words = 0.18;

/// A word of an article, and in how many sentences it is part of a name, in how many it is not.
struct Counted {
    std::string_view text;
    std::uint64_t number = 0, first_letters = 0;
    int names = 0, others = 0;
    int count() const { return names > 0 ? names : others; }
};

bool by_letters(const Counted& a, const Counted& b) {
    return a.first_letters != b.first_letters ? a.first_letters < b.first_letters : a.text < b.text;
}

class CountedWords {
public:
    Counted& of(std::string_view text) {
        if (places_.size() < 2 * (words_.size() + 1)) grow();
        const std::uint64_t number = word_number(text);
        std::uint32_t& place = place_of(number);
        if (place == 0) {
            words_.push_back({text, number, first_letters(text)});
            place = static_cast<std::uint32_t>(words_.size());
        }
        return words_[place - 1];
    }
    const std::vector<Counted>& words() const { return words_; }

private:
    /// In the order of numbers that of the letters.
    static std::uint64_t first_letters(std::string_view text) {
        std::uint64_t letters = 0;
        const std::size_t size = std::min(text.size(), sizeof letters);
        for (std::size_t i = 0; i < size; ++i) letters |= std::uint64_t{static_cast<unsigned char>(text[i])} << (56 - 8 * i);
        return letters;
    }
    std::uint32_t& place_of(std::uint64_t number) {
        std::size_t at = number & (places_.size() - 1);
        while (places_[at] != 0 && words_[places_[at] - 1].number != number) at = (at + 1) & (places_.size() - 1);
        return places_[at];
    }
    void grow() {
        places_.assign(std::max<std::size_t>(512, places_.size() * 2), 0);
        words_.reserve(places_.size() / 2);
        for (std::uint32_t i = 0; i < words_.size(); ++i) place_of(words_[i].number) = i + 1;
    }

    std::vector<Counted> words_;
    std::vector<std::uint32_t> places_;  // a hash table: of a word in `words_`, counted from one; 0 is free
};

WordSet set_of(std::vector<Counted>& words) {
    std::sort(words.begin(), words.end(), by_letters);
    std::string lines;
    lines.reserve(words.size() * 10);
    for (const Counted& word : words) (lines += lines.empty() ? "" : "\n") += word.text;
    return WordSet::of_lines(std::move(lines));
}

WordSet commonest(std::vector<Counted>& words, std::size_t most) {
    if (words.size() > most) {
        std::nth_element(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(most), words.end(),
                         [](const Counted& a, const Counted& b) { return a.count() != b.count() ? a.count() > b.count() : by_letters(a, b); });
        words.resize(most);
    }
    return set_of(words);
}

/// The days of which something happened.
WordSet days_of(const std::vector<Mention>& mentions) {
    std::vector<std::string> days;
    for (const Mention& mention : mentions)
        if (founds_event(mention) && mention.date.start_min && mention.date.start_min == mention.date.end_max) days.push_back(std::to_string(*mention.date.start_min));
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    if (days.size() > most_days) days.resize(most_days);
    return days;
}

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

/// Capital words behind the first; none where capitals are the title's way of writing.
std::vector<std::string> names_in(std::string_view title) {
    std::vector<std::string> names;
    std::size_t small = 0, at = 0;
    for (bool first = true; at < title.size() && at < 300; first = false) {
        const std::size_t end = std::min(title.find(' ', at), title.size());
        std::string_view word = title.substr(at, end - at);
        while (!word.empty() && !is_capital(word.back()) && !is_small(word.back())) word.remove_suffix(1);
        if (word.size() > 2 && is_small(word.front())) ++small;
        if (word.size() > 2 && !first && is_capital(word.front())) names.push_back(fold(word));
        at = end + 1;
    }
    return small > names.size() ? names : std::vector<std::string>();
}

}  // namespace

bool is_number(const std::string& term) { return !term.empty() && term[0] >= '0' && term[0] <= '9'; }

std::string_view outlet_of(const DocumentTopic& topic) {
    const std::string_view names = topic.names.lines();
    const std::size_t last = names.rfind('\n') + 1;
    return is_outlet(names.substr(last)) ? names.substr(last) : std::string_view();
}

bool names_somebody(const DocumentTopic& topic) { return !topic.names.empty() && !is_outlet(topic.names.lines()); }

DocumentTopic topic_of(const std::vector<Mention>& mentions, std::string_view title, std::string_view publisher) {
    CountedWords counted;
    std::vector<std::uint32_t> sentences;  // in order
    for (const Mention& mention : mentions) {
        const auto known = std::lower_bound(sentences.begin(), sentences.end(), mention.quote.begin);
        if (known != sentences.end() && *known == mention.quote.begin) continue;
        sentences.insert(known, mention.quote.begin);
        if (std::find(mention.happenings.begin(), mention.happenings.end(), taken_up_mark) != mention.happenings.end()) continue;  // counted before
        for (const auto* names : {&mention.names, &mention.tellers})
            for (const std::string& name : *names) ++counted.of(name).names;
        auto name = mention.names.begin();  // most are among the terms, in the same order
        for (const std::string& term : mention.terms)
            if (name != mention.names.end() && term == *name) ++name;
            else if (!is_number(term)) ++counted.of(term).others;
    }
    const std::vector<std::string> title_names = names_in(title);
    for (const std::string& name : title_names) counted.of(name).names += 2;

    std::vector<Counted> names, words, repeated;
    std::string outlet;
    words.reserve(counted.words().size());
    for (const Counted& word : counted.words()) {
        (word.names > 0 ? names : words).push_back(word);
        if (word.count() >= often) repeated.push_back(word);
    }
    if (repeated.size() > most_repeated) {  // names before other words, then by their letters
        std::sort(repeated.begin(), repeated.end(),
                  [](const Counted& a, const Counted& b) { return (a.names > 0) != (b.names > 0) ? a.names > 0 : by_letters(a, b); });
        repeated.resize(most_repeated);
    }
    if (names.size() <= few_names && !publisher.empty()) {
        outlet = '~' + fold(publisher);
        std::replace(outlet.begin(), outlet.end(), '\n', ' ');
        names.push_back({outlet, word_number(outlet), ~std::uint64_t{0}, 1, 0});  // behind all others
    }
    return {commonest(names, most_names), commonest(words, most_words), set_of(repeated), days_of(mentions)};
}

TopicLikeness compare_topics(const DocumentTopic& a, const DocumentTopic& b) {
    TopicLikeness like;
    const std::size_t shared = shared_words(a.names, b.names);
    like.one_outlet = shared > 0 && !outlet_of(a).empty() && outlet_of(a) == outlet_of(b);
    like.shared = shared - (like.one_outlet ? 1 : 0);
    if (shared == 0 && (a.words.size() < least_words || b.words.size() < least_words)) return like;
    const auto weight = [](std::size_t names, std::size_t words) {
        return name_weight * static_cast<double>(names) + word_weight * static_cast<double>(words);
    };
    // What is a name to one may be a word to the other: "the Harbour final", "our harbour final".
    const double both = weight(like.shared, shared_words(a.words, b.words) + shared_words(a.names, b.words) + shared_words(a.words, b.names));
    const double smaller = std::min(weight(a.names.size(), a.words.size()), weight(b.names.size(), b.words.size()));
    const auto is_enough = [&](double points) { return points >= least_weight && points >= least_share * smaller; };
    like.one_thing = like.shared > 0 && is_enough(both);
    like.by_words = shared == 0 && both >= least_words && both >= least_share_of_words * smaller;
    like.by_outlet = !like.one_thing && like.one_outlet && is_enough(both + outlet_weight);
    like.one_thing = like.one_thing || like.by_outlet || like.by_words;
    like.same = shared == a.names.size() && a.names == b.names && a.words == b.words && a.repeated == b.repeated;
    if (like.one_thing) like.days = shared_words(a.days, b.days);
    like.points = both;
    return like;
}

std::vector<std::string> shared_names(const DocumentTopic& a, const DocumentTopic& b) {
    std::vector<std::string> shared;
    a.names.for_each([&](std::string_view name) {
        if (!b.names.has(Word(std::string(name)))) return;
        if (is_outlet(name)) name.remove_prefix(1);
        shared.emplace_back(name);
    });
    return shared;
}

}  // namespace annals
