#include "core/events/topic.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_names = 24, most_words = 48, most_repeated = 200;
constexpr int often = 3;
// Calibrated on pairs of articles: of one story, of one region, of nothing in common (bench/results.md).
constexpr double name_weight = 2, word_weight = 1, least_weight = 6, least_share = 0.15;

using Counts = std::unordered_map<std::string_view, int>;

std::vector<std::string> commonest(const Counts& counts, std::size_t most) {
    std::vector<std::pair<int, std::string_view>> ranked;
    ranked.reserve(counts.size());
    for (const auto& [word, count] : counts) ranked.emplace_back(-count, word);
    most = std::min(most, ranked.size());
    std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end());
    ranked.resize(most);
    std::vector<std::string> result;
    for (const auto& [count, word] : ranked) result.emplace_back(word);
    std::sort(result.begin(), result.end());
    return result;
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

DocumentTopic topic_of(const std::vector<Mention>& mentions, std::string_view title) {
    Counts names, words;
    std::unordered_set<std::uint32_t> sentences;
    const std::vector<std::string> title_names = names_in(title);
    for (const Mention& mention : mentions) {
        if (!sentences.insert(mention.quote.begin).second) continue;
        for (const std::string& name : mention.names) ++names[name];
        for (const std::string& term : mention.terms)
            if (!is_number(term) && !std::binary_search(mention.names.begin(), mention.names.end(), term)) ++words[term];
    }
    for (const std::string& name : title_names) names[name] += 2;
    for (const auto& [name, count] : names) words.erase(name);
    DocumentTopic topic{commonest(names, most_names), commonest(words, most_words), {}};
    std::vector<std::string> repeated;
    for (const auto* counts : {&names, &words}) {
        const auto begin = static_cast<std::ptrdiff_t>(repeated.size());
        for (const auto& [term, count] : *counts)
            if (count >= often) repeated.emplace_back(term);
        std::sort(repeated.begin() + begin, repeated.end());
    }
    if (repeated.size() > most_repeated) repeated.resize(most_repeated);  // names before other words, then by their letters
    std::sort(repeated.begin(), repeated.end());
    topic.repeated = repeated;
    return topic;
}

TopicLikeness compare_topics(const DocumentTopic& a, const DocumentTopic& b) {
    TopicLikeness like;
    like.shared = shared_words(a.names, b.names);
    if (like.shared == 0 && !a.names.empty()) return like;
    const auto weight = [](std::size_t names, std::size_t words) {
        return name_weight * static_cast<double>(names) + word_weight * static_cast<double>(words);
    };
    const double shared = weight(like.shared, shared_words(a.words, b.words));
    const double smaller = std::min(weight(a.names.size(), a.words.size()), weight(b.names.size(), b.words.size()));
    like.one_thing = like.shared > 0 && shared >= least_weight && shared >= least_share * smaller;
    like.same = like.shared == a.names.size() && a == b;
    return like;
}

std::vector<std::string> shared_names(const DocumentTopic& a, const DocumentTopic& b) {
    std::vector<std::string> shared;
    const std::vector<std::string> of_a = a.names.words(), of_b = b.names.words();
    std::set_intersection(of_a.begin(), of_a.end(), of_b.begin(), of_b.end(), std::back_inserter(shared));
    return shared;
}

}  // namespace annals
