#include "importers/formats/json_article.h"

#include "core/text/utf8.h"

#include <nlohmann/json.hpp>

#include <string>

namespace annals {
namespace {

using Json = nlohmann::json;

constexpr std::size_t object_limit = 64 << 20;  // bytes
constexpr std::size_t depth_limit = 100;        // arrays and objects within one another

/// The parser recurses: a line of a million brackets must not reach it.
bool too_deep(std::string_view text) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted) {
            if (c == '\\') ++i;
            else if (c == '"') quoted = false;
        } else if (c == '"') quoted = true;
        else if (c == '[' || c == '{') { if (++depth > depth_limit) return true; }
        else if ((c == ']' || c == '}') && depth) --depth;
    }
    return false;
}

/// A string's text, a number as it is written, the name of an object ("source": {"name": "The Lamp"}).
std::string value_of(const Json& json) {
    if (json.is_string()) return json.get<std::string>();
    if (json.is_number()) return json.dump();
    if (json.is_object())
        if (const auto name = json.find("name"); name != json.end() && name->is_string()) return name->get<std::string>();
    return {};
}

}  // namespace

bool is_json(std::string_view text) { return !too_deep(text) && Json::accept(text); }

bool JsonArticles::read(std::string_view object, std::size_t line) {
    const auto fault = [&](std::string_view why) {
        left_out_.add(line, why);
        return true;
    };
    if (object.size() > object_limit) return fault("is longer than 64 MB");
    if (too_deep(object)) return fault("holds more than 100 arrays and objects within one another");
    std::size_t replaced = 0;
    std::string repaired;
    if (!is_utf8(object)) {
        repaired = repair_utf8(object, &replaced);
        object = repaired;
    }
    const Json json = Json::parse(object, nullptr, false);
    if (json.is_discarded()) return fault("is no JSON");
    if (!json.is_object()) return fault("is no object");
    ArticleValues values;
    for (const auto& [name, value] : json.items())
        if (const auto place = columns_.place(name)) values.add(*place, name, value_of(value));
    std::optional<Document> document = std::move(values).document(hint_.path, "line " + std::to_string(line));
    if (!document) return fault("has no text");
    if (replaced)
        document->diagnostics.insert(document->diagnostics.begin(),
                                     {"text.encoding", Severity::warning, {}, {}, std::to_string(replaced) + " sequences were no valid UTF-8 and became U+FFFD"});
    return sink_(std::move(*document));
}

bool JsonArticles::is_text(std::string_view name) {
    const auto place = columns_.place(name);
    return place && place->field == ArticleField::text;
}

Diagnostics JsonArticles::take_diagnostics() {
    Diagnostics all = columns_.missing();
    for (Diagnostic& diagnostic : left_out_.take("jsonl.line")) all.push_back(std::move(diagnostic));
    return all;
}

}  // namespace annals
