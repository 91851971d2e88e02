#include "tests/core/store/made.h"

#include "tests/catch.hpp"

#include <algorithm>

namespace annals::made {

ReadDocument document(const std::string& key, const std::string& publisher, const std::string& published, const std::vector<Said>& said) {
    ReadDocument read;
    read.document.id = key;
    read.document.path = key + ".txt";
    read.document.title = "Title of " + key;
    read.document.publisher = publisher;
    read.document.language = "en";
    read.published = published;
    read.published_basis = published.empty() ? "none" : "meta";
    for (const Said& s : said) {
        if (!read.document.text.empty()) read.document.text += "\n\n";
        Mention mention;
        mention.quote.begin = static_cast<std::uint32_t>(read.document.text.size());
        read.document.text += s.quote;
        mention.quote.end = static_cast<std::uint32_t>(read.document.text.size());
        mention.trigger_lemma = s.trigger;
        mention.headline = s.quote.substr(0, 60);
        mention.kind = s.kind;
        mention.modality = s.modality;
        mention.terms = s.terms;
        mention.terms.push_back(s.trigger);
        std::sort(mention.terms.begin(), mention.terms.end());
        mention.terms.erase(std::unique(mention.terms.begin(), mention.terms.end()), mention.terms.end());
        if (!s.date.empty()) {
            const DateResult date = parse_date(s.date);
            INFO(s.date << ": " << date.error);
            REQUIRE(date.date);
            mention.date = *date.date;
            mention.evidence = {mention.quote, s.quote, "test", "", {}};
        }
        (mention.date.dated() ? read.dated : read.undated) += 1;
        ++read.sentences;
        read.mentions.push_back(mention);
    }
    return read;
}

std::vector<std::string> ids(const std::vector<Event>& events) {
    std::vector<std::string> result;
    for (const Event& event : events) result.push_back(event.id);
    return result;
}

}  // namespace annals::made
