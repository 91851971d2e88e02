#include "importers/formats/json_depth.h"
#include "importers/formats/html_json_ld.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace annals {
namespace {

using Json = nlohmann::json;

constexpr int depth_limit = 12;

std::string string_at(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return {};
    if (found->is_string()) return found->get<std::string>();
    if (found->is_number_integer()) return found->dump();
    if (found->is_array() && !found->empty() && found->front().is_string()) return found->front().get<std::string>();
    if (found->is_object()) {
        for (const char* inner : {"name", "@value", "@id"}) {
            const auto value = found->find(inner);
            if (value != found->end() && value->is_string()) return value->get<std::string>();
        }
    }
    if (found->is_array() && !found->empty() && found->front().is_object()) return string_at(found->front(), "name");
    return {};
}

std::string type_of(const Json& object) {
    std::string type = string_at(object, "@type");
    const std::size_t slash = type.find_last_of("/:#");
    return slash == std::string::npos ? type : type.substr(slash + 1);
}

int rank_of(std::string_view type) {
    if (type.ends_with("Article") || type.ends_with("Posting") || type == "Report" || type == "Review") return 0;
    if (type.ends_with("Page")) return 2;
    if (type == "WebSite" || type == "Organization" || type == "Person" || type == "Comment" || type == "Answer") return 100;
    return 4;  // recipes, events, products, videos
}

void collect(const Json& json, int depth, JsonLd& result) {
    if (depth > depth_limit) return;
    if (json.is_array()) {
        for (const Json& item : json) collect(item, depth + 1, result);
        return;
    }
    if (!json.is_object()) return;
    const std::string type = type_of(json);
    const int rank = rank_of(type);
    if (rank < 100) {
        JsonLd found;
        found.rank = rank + (depth > 2 ? 10 : 0);
        found.published = string_at(json, "datePublished");
        if (found.published.empty() && rank == 0) found.published = string_at(json, "dateCreated");
        if (found.published.empty() && type == "VideoObject") found.published = string_at(json, "uploadDate");
        found.where = type + ".datePublished";
        found.changed = string_at(json, "dateModified");
        if (rank == 0) {
            found.headline = string_at(json, "headline");
            if (found.headline.empty()) found.headline = string_at(json, "name");
            found.body = string_at(json, "articleBody");
        }
        found.publisher = string_at(json, "publisher");
        if (rank <= 2) found.url = string_at(json, "url");
        found.language = string_at(json, "inLanguage");
        result.merge(found);
    }
    if (type == "WebSite" && result.publisher.empty()) result.publisher = string_at(json, "name");
    // Parts that are the page's own; its comments, reviews, updates and other articles have dates of their own.
    for (const char* part : {"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "item", "about", "video", "subjectOf"})
        if (const auto found = json.find(part); found != json.end() && found->is_structured()) collect(*found, depth + 1, result);
}

}  // namespace

void JsonLd::merge(const JsonLd& other) {
    if (!other.published.empty() && (published.empty() || other.rank < rank)) {
        published = other.published;
        changed = other.changed;
        where = other.where;
        rank = other.rank;
    }
    for (auto [mine, theirs] : {std::pair{&headline, &other.headline}, {&publisher, &other.publisher}, {&url, &other.url}, {&language, &other.language}})
        if (mine->empty()) *mine = *theirs;
    if (other.body.size() > body.size()) body = other.body;
}

JsonLd read_json_ld(std::string_view script) {
    JsonLd result;
    std::string json(script);
    for (std::string_view wrap : {"<!--", "-->", "/*<![CDATA[*/", "/*]]>*/", "//<![CDATA[", "//]]>", "<![CDATA[", "]]>"})
        if (const std::size_t at = json.find(wrap); at != std::string::npos && (at < 20 || at + 40 > json.size())) json.replace(at, wrap.size(), wrap.size(), ' ');
    for (char& c : json)  // line ends within texts are no JSON, but common
        if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (!json_too_deep(json)) {
        const Json parsed = Json::parse(json, nullptr, false);
        if (!parsed.is_discarded()) {
            collect(parsed, 0, result);
            return result;
        }
    }
    constexpr std::string_view key = "\"datePublished\"";
    if (const std::size_t at = json.find(key); at != std::string::npos) {
        const std::size_t open = json.find('"', at + key.size());
        const std::size_t close = open == std::string::npos ? open : json.find('"', open + 1);
        if (close != std::string::npos && close - open < 60) {
            result.published = json.substr(open + 1, close - open - 1);
            result.where = "datePublished";
            result.rank = 20;
        }
    }
    return result;
}

}  // namespace annals
