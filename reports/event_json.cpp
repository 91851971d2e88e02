#include "reports/event_json.h"

#include "reports/json_text.h"

namespace annals {
namespace {

void append_day(std::string& json, const std::optional<Day>& day) {
    append_json_string_or_null(json, day ? format_day(*day) : std::string());
}

void append_bool(std::string& json, bool value) { json += value ? "true" : "false"; }

void append_date(std::string& json, const Date& date) {
    json += "\"date\": ";
    append_json_string_or_null(json, date.edtf);
    json += ", \"earliest\": ";
    append_day(json, date.earliest());
    json += ", \"latest\": ";
    append_day(json, date.latest());
}

void append_number(std::string& json, const Number& number) {
    json += "{\"value\": ";
    append_json_number(json, number.value);
    json += ", \"text\": ";
    append_json_string(json, number.text);
    json += ", \"of\": ";
    append_json_string_or_null(json, number.of);
    json += '}';
}

void append_source(std::string& json, const EventSource& source) {
    json += "{\"document\": ";
    append_json_string(json, source.document);
    json += ", \"title\": ";
    append_json_string_or_null(json, source.title);
    json += ", \"publisher\": ";
    append_json_string_or_null(json, source.publisher);
    json += ", \"url\": ";
    append_json_string_or_null(json, source.url);
    json += ", \"published\": ";
    append_json_string_or_null(json, source.published);
    json += ", \"role\": ";
    append_json_string(json, to_string(source.role));
    json += ", ";
    append_date(json, source.date);
    json += ", \"quote\": ";
    append_json_string(json, source.quote);
    json += ", \"page\": " + (source.page ? std::to_string(*source.page) : "null");
    json += ", \"begin\": " + std::to_string(source.quote_code_points.begin);
    json += ", \"end\": " + std::to_string(source.quote_code_points.end);
    json += '}';
}

template <class Items, class Append>
void append_array(std::string& json, const Items& items, Append append) {
    json += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) json += ", ";
        append(json, items[i]);
    }
    json += ']';
}

}  // namespace

void append_event_json(std::string& json, const Event& event) {
    json += "{\"id\": ";
    append_json_string(json, event.id);
    json += ", ";
    append_date(json, event.date);
    json += ", \"precision\": ";
    append_json_string_or_null(json, event.date.dated() ? to_string(event.date.precision) : std::string_view());
    json += ", \"shape\": ";
    append_json_string(json, to_string(event.date.shape));
    json += ", \"open_start\": ";
    append_bool(json, event.date.open_start);
    json += ", \"open_end\": ";
    append_bool(json, event.date.open_end);
    json += ", \"kind\": ";
    append_json_string(json, to_string(event.kind));
    json += ", \"headline\": ";
    append_json_string(json, event.headline);
    json += ", \"quote\": ";
    append_json_string(json, event.quote);
    json += ", \"modality\": ";
    append_json_string(json, to_string(event.modality));
    json += ", \"attributed_to\": ";
    append_json_string_or_null(json, event.attributed_to);
    json += ", \"confidence\": ";
    if (event.confidence)
        append_json_number(json, *event.confidence);
    else
        json += "null";
    json += ", \"conflicts\": " + std::to_string(event.conflicts);
    json += ", \"numbers\": ";
    append_array(json, event.numbers, append_number);
    json += ", \"sources\": ";
    append_array(json, event.sources, append_source);
    json += '}';
}

}  // namespace annals
