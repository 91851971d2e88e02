// The JSON-LD of a page (schema.org): what concerns the article itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace annals {

struct JsonLd {
    std::string published;  // datePublished, as it is written
    std::string where;      // "NewsArticle.datePublished"
    std::string changed;    // its dateModified
    std::string headline, publisher, url, language;
    std::string body;       // articleBody, the longest
    int rank = 100;         // how much the object that stated the date looks like the article; lower is better

    /// Takes what a further script says better.
    void merge(const JsonLd& other);
};

/// Reads one script. Broken JSON gives what a look for "datePublished" finds; never throws.
JsonLd read_json_ld(std::string_view script);

}  // namespace annals
