// What an article is about, as clustering sees it: the names and words that its mentions come back to.
#pragma once

#include "core/events/word_set.h"
#include "core/model/mention.h"

#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct DocumentTopic {
    WordSet names;     // at most 24 that stand in most sentences
    WordSet words;     // at most 48, without names and numbers
    WordSet repeated;  // terms of three sentences or more: they tell little of a single event
    WordSet days;      // at most 64 single days that it tells of, as numbers in the order of their letters
    WordSet beside = {};  // at most 16 names of the whole text, where `names` are few
    bool operator==(const DocumentTopic&) const = default;
};

/// Names in a title that is written like a sentence count too: "What went wrong at Hallbeck". The publisher is one of the names, behind a "~". By that
/// alone the store does not find them.
DocumentTopic topic_of(const std::vector<Mention>& mentions, std::string_view title = {}, std::string_view publisher = {}, std::string_view text = {});
inline bool is_outlet(std::string_view name) { return name.starts_with('~'); }
/// "~thornby bowls"; empty where it is not known.
std::string_view publisher_of(const DocumentTopic& topic);
/// The publisher of what names hardly anybody, as notices of a club do, which never name the club; else empty.
std::string_view outlet_of(const DocumentTopic& topic);
/// Whether it has names, the publisher left out.
bool names_somebody(const DocumentTopic& topic);

/// Whether two articles are about one thing. Symmetric; the names they share are the reason.
struct TopicLikeness {
    bool one_thing = false;
    bool by_outlet = false;   // but for their publisher they would not be
    bool by_words = false;    // without a name in common: "Hallbeck mine", "the town's pit"
    bool one_story = false;   // their mentions are worth reading side by side: little is shared, but days or the publisher too
    bool one_outlet = false;  // of one publisher, and naming hardly anybody
    bool same = false;        // nothing tells them apart: made from one mould
    std::size_t shared = 0;   // names
    std::size_t days = 0;     // of which both tell
    double points = 0;        // how much of what they come back to is shared: a name 2, a word 1
    std::size_t story_names = 0;  // with those beside
    double share = 0;         // of what one of them comes back to, the days of which both tell counted with it
};
TopicLikeness compare_topics(const DocumentTopic& a, const DocumentTopic& b);
/// Whether each is found from the other by its names.
inline bool found_by_names(const TopicLikeness& topics) { return topics.one_story && topics.story_names > 0; }
/// Whether their mentions are compared however little they share.
inline bool compares_all(const TopicLikeness& topics) { return topics.one_thing && !topics.by_outlet; }
std::vector<std::string> shared_names(const DocumentTopic& a, const DocumentTopic& b);

/// A term that is a number: "300", "1.5".
bool is_number(const std::string& term);

}  // namespace annals
