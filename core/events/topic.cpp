#include "core/events/topic.h"

#include "core/text/fixed_words.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_names = 24, most_words = 48, most_repeated = 200, most_days = 64, most_beside = 16;
constexpr int often = 3;
/// An article with no more names hardly says whom it is about.
constexpr std::size_t few_names = 8;
// Calibrated on pairs of articles: of one story, of one region, of nothing in common (bench/results.md).
constexpr double name_weight = 2, word_weight = 1, outlet_weight = 4, least_weight = 6, least_share = 0.15;
/// Without a name in common.
constexpr double least_words = 10, least_share_of_words = 0.18;
/// Of one story.
constexpr double day_weight = 2, least_weight_of_story = 4, least_words_of_publisher = 6, least_with_two_names = 6, least_share_with_two_names = 0.12;
constexpr std::size_t most_days_weighed = 3;

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
        if (word.size() > 2 && !first && is_capital(word.front())) names.push_back(without_accents(fold(word)));
        at = end + 1;
    }
    return small > names.size() ? names : std::vector<std::string>();
}

/// Capital words that begin no sentence, of a text of paragraphs: they say where, though nothing dated is told of them.
std::vector<std::string> names_within(std::string_view text) {
    constexpr std::size_t far = 20000, most = 200;  // bytes, names
    static constexpr FixedWords no_names{"april", "august", "christmas", "december", "dr", "easter", "february", "friday", "january", "july", "june", "march", "may", "monday",
                                         "mr", "mrs", "ms", "november", "october", "saturday", "september", "sunday", "the", "thursday", "tuesday", "wednesday"};
    const auto is_letter = [](char c) { return is_capital(c) || is_small(c) || static_cast<unsigned char>(c) >= 0x80; };
    std::vector<std::string> names;
    bool within = false;  // a sentence
    for (std::size_t at = 0; at < std::min(text.size(), far) && names.size() < most;) {
        if (!is_letter(text[at])) {
            within = within && (text[at] == ' ' || text[at] == ',' || text[at] == '-');
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && is_letter(text[end])) ++end;
        if (const std::string_view word = text.substr(at, end - at); within && word.size() > 2 && is_capital(word.front()) && !no_names.has_in_any_case(word)) {
            std::string& name = names.emplace_back(without_accents(fold(word)));
            name.resize(std::min(name.size(), name.find('\'')));  // "Hallbeck's"
        }
        within = true;
        at = end;
    }
    return names;
}

}  // namespace

bool is_number(const std::string& term) { return !term.empty() && term[0] >= '0' && term[0] <= '9'; }

std::string_view publisher_of(const DocumentTopic& topic) {
    const std::string_view names = topic.names.lines();
    const std::size_t last = names.rfind('\n') + 1;
    return is_outlet(names.substr(last)) ? names.substr(last) : std::string_view();
}

/// The publisher left out.
static std::size_t count_names(const DocumentTopic& topic) { return topic.names.size() - (publisher_of(topic).empty() ? 0 : 1); }

std::string_view outlet_of(const DocumentTopic& topic) { return count_names(topic) <= few_names ? publisher_of(topic) : std::string_view(); }

bool names_somebody(const DocumentTopic& topic) { return !topic.names.empty() && !is_outlet(topic.names.lines()); }

DocumentTopic topic_of(const std::vector<Mention>& mentions, std::string_view title, std::string_view publisher, std::string_view text) {
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
    std::vector<std::string> beside;
    if (!counted.words().empty() && names.size() <= few_names) {
        beside = names_within(text);
        std::erase_if(beside, [&](const std::string& name) { return counted.of(name).count() > 0; });
        std::sort(beside.begin(), beside.end());
        beside.erase(std::unique(beside.begin(), beside.end()), beside.end());
        beside.resize(std::min(beside.size(), most_beside));
    }
    if (!publisher.empty()) {
        constexpr int kept = 1 << 20;
        outlet = '~' + fold(publisher);
        std::replace(outlet.begin(), outlet.end(), '\n', ' ');
        names.push_back({outlet, word_number(outlet), ~std::uint64_t{0}, kept, 0});  // behind all others
    }
    return {commonest(names, most_names), commonest(words, most_words), set_of(repeated), days_of(mentions), beside};
}

/// Where one names hardly anybody the names of its whole text count too, and days always do: the first as a word that both come back to.
static void compare_stories(const DocumentTopic& a, const DocumentTopic& b, bool one_publisher, TopicLikeness& like) {
    const std::size_t beside = shared_words(a.beside, b.beside) + shared_words(a.beside, b.names) + shared_words(a.names, b.beside);
    const auto all = [](const DocumentTopic& topic) {
        return name_weight * static_cast<double>(count_names(topic) + topic.beside.size()) + word_weight * static_cast<double>(topic.words.size());
    };
    const double smaller = std::max(std::min(all(a), all(b)), 1.0);
    like.story_names = like.shared + beside;
    const double points = like.points + name_weight * static_cast<double>(beside);
    const bool named = like.story_names > 0, findable = named || one_publisher;
    like.share = (points + (findable ? day_weight * static_cast<double>(std::min(like.days, most_days_weighed)) : 0)) / smaller;
    const double least = named || like.days > 0 ? least_weight_of_story : least_words_of_publisher;
    const double told = points + (like.days > 0 ? 1 : 0);
    const bool by_two_names = like.story_names >= 2 && told >= least_with_two_names && like.share >= least_share_with_two_names;
    like.one_story = like.by_words || by_two_names || (findable && told >= least && like.share >= least_share);
}

TopicLikeness compare_topics(const DocumentTopic& a, const DocumentTopic& b) {
    TopicLikeness like;
    const std::size_t shared = shared_words(a.names, b.names);
    const bool one_publisher = shared > 0 && !publisher_of(a).empty() && publisher_of(a) == publisher_of(b);
    like.one_outlet = one_publisher && !outlet_of(a).empty() && !outlet_of(b).empty();
    like.shared = shared - (one_publisher ? 1 : 0);
    if (shared == 0 && a.beside.empty() && b.beside.empty() && (a.words.size() < least_words || b.words.size() < least_words)) return like;
    const auto weight = [](std::size_t names, std::size_t words) {
        return name_weight * static_cast<double>(names) + word_weight * static_cast<double>(words);
    };
    // What is a name to one may be a word to the other: "the Harbour final", "our harbour final".
    like.points = weight(like.shared, shared_words(a.words, b.words) + shared_words(a.names, b.words) + shared_words(a.words, b.names));
    const double smaller = std::min(weight(count_names(a), a.words.size()), weight(count_names(b), b.words.size()));
    const auto is_enough = [&](double points) { return points >= least_weight && points >= least_share * smaller; };
    const bool by_names = like.shared > 0 && is_enough(like.points);
    like.by_words = like.shared == 0 && like.points >= least_words && like.points >= least_share_of_words * smaller;
    like.by_outlet = !by_names && !like.by_words && like.one_outlet && is_enough(like.points + outlet_weight);
    like.one_thing = by_names || like.by_outlet || like.by_words;
    like.days = shared_words(a.days, b.days);
    like.same = shared == a.names.size() && a.names == b.names && a.words == b.words && a.repeated == b.repeated;
    compare_stories(a, b, one_publisher, like);
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
