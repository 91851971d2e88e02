#include "importers/given_mentions.h"

#include "core/model/document.h"
#include "core/text/utf8.h"
#include "importers/formats/json_depth.h"

#include <nlohmann/json.hpp>

namespace annals {
namespace {

using Json = nlohmann::json;

/// The text of a field; empty when it is missing or none.
std::string text_of(const Json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::uint32_t> offset_of(const Json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end() || !found->is_number_integer() || *found < 0 || *found > 0xFFFFFFFFLL) return {};
    return found->get<std::uint32_t>();
}

GivenMention read_mention(const Json& object) {
    GivenMention given;
    given.quote = text_of(object, "quote");
    given.begin = offset_of(object, "begin");
    if (const auto trigger = object.find("trigger"); trigger != object.end() && trigger->is_object()) given.trigger = text_of(*trigger, "text");
    given.date = text_of(object, "date");
    given.headline = text_of(object, "headline");
    given.attributed_to = text_of(object, "attributed_to");
    given.kind = text_of(object, "kind");
    given.modality = text_of(object, "modality");
    if (const auto confidence = object.find("confidence"); confidence != object.end() && confidence->is_number()) given.confidence = confidence->get<double>();
    if (const auto numbers = object.find("numbers"); numbers != object.end() && numbers->is_array())
        for (const Json& number : *numbers)
            if (number.is_object() && number.contains("value") && number["value"].is_number())
                given.numbers.push_back({number["value"].get<double>(), text_of(number, "text"), text_of(number, "of")});
    return given;
}

GivenMention read_extraction(const Json& object) {
    GivenMention given;
    given.quote = text_of(object, "extraction_text");
    if (const auto interval = object.find("char_interval"); interval != object.end() && interval->is_object())
        given.begin = offset_of(*interval, "start_pos");
    const std::string name = text_of(object, "extraction_class");
    if (parse_event_kind(name)) given.kind = name;
    const auto attributes = object.find("attributes");
    if (attributes == object.end() || !attributes->is_object()) return given;
    given.date = text_of(*attributes, "date");
    given.headline = text_of(*attributes, "headline");
    given.attributed_to = text_of(*attributes, "attributed_to");
    given.modality = text_of(*attributes, "modality");
    if (const std::string kind = text_of(*attributes, "kind"); !kind.empty()) given.kind = kind;
    return given;
}

}  // namespace

GivenLine read_given(std::string_view line) {
    if (!is_utf8(line)) return {{}, "is not UTF-8"};
    if (json_too_deep(line)) return {{}, "is nested too deeply"};
    const Json json = Json::parse(line, nullptr, false);
    if (!json.is_object()) return {{}, "is not a JSON object"};
    GivenMentions given;
    const auto extractions = json.find("extractions"), mentions = json.find("mentions");
    const bool of_langextract = extractions != json.end();
    const auto& list = of_langextract ? extractions : mentions;
    if (list == json.end() || !list->is_array()) return {{}, "has neither \"mentions\" nor \"extractions\""};
    if (of_langextract) {
        given.id = given.document = text_of(json, "document_id");
        if (const std::string text = text_of(json, "text"); !text.empty()) given.sha256 = annals::sha256(text);
    } else {
        given.id = text_of(json, "id");
        given.document = text_of(json, "document");
        given.sha256 = text_of(json, "sha256");
    }
    for (const Json& object : *list) {
        if (!object.is_object()) return {{}, "has a mention that is not a JSON object"};
        if (!of_langextract && text_of(object, "role") == "context") continue;  // a date for engines of time, not an event
        given.mentions.push_back(of_langextract ? read_extraction(object) : read_mention(object));
    }
    return {given, {}};
}

}  // namespace annals
