#include "reports/page/search_index.h"

#include "core/events/cluster.h"
#include "reports/json_text.h"

#include <set>

namespace annals::page {
namespace {

constexpr char separator = '\x1f';  // parts the texts of one event

std::string without_separator(std::string text) {
    std::erase(text, separator);
    return text;
}

}  // namespace

void SearchIndex::add(const Event& event, const SourceNames& names, const DocumentNumbers& documents, std::size_t part) {
    const auto next = [](std::string& column) {
        if (!column.empty()) column += ',';
    };
    for (std::string* column : {&ids_, &bounds_, &kinds_, &precisions_, &names_, &independent_, &documents_, &parts_, &texts_}) next(*column);
    append_json_string(ids_, event.id);
    const std::string bounds = bounds_of(event.date);
    if (!bounds.empty() && bounds.find(',') == std::string::npos)
        bounds_ += bounds;
    else
        append_json_string(bounds_, bounds);
    append_json_string(kinds_, to_string(event.kind));
    append_json_string(precisions_, event.date.dated() ? to_string(event.date.precision) : std::string_view());
    std::set<int> numbers;
    std::set<std::string> others;
    for (const EventSource& source : event.sources) {
        numbers.insert(names.of(source));
        if (source.date.dated() && bounds_of(source.date) != bounds) others.insert(bounds_of(source.date));
    }
    if (numbers.size() == 1) {
        names_ += std::to_string(*numbers.begin());
    } else {
        std::string list;
        for (const int number : numbers) list += (list.empty() ? "" : " ") + std::to_string(number);
        append_json_string(names_, list);
    }
    if (!others.empty()) {
        std::string list;
        for (const std::string& other : others) list += (list.empty() ? "" : " ") + other;
        next(others_);
        others_ += "\"" + std::to_string(number_) + "\":\"" + list + "\"";
    }
    independent_ += std::to_string(independent_sources(event.sources));
    documents_ += std::to_string(event.sources.empty() ? 0 : documents.of(event.sources.front().document));
    parts_ += std::to_string(part);
    std::string text = (event.date.dated() ? in_words(event.date) : std::string()) + separator + event.date.edtf + separator;
    for (const std::string* piece : {&event.attributed_to, &event.headline, &event.quote}) text += without_separator(*piece) + separator;
    append_json_string(texts_, text);
    texts_ += '\n';
    ++number_;
}

void SearchIndex::column(Html& html, Markup name, const std::string& values) const { html << ",\n\"" << name << "\":[" << Json{values} << "]"; }

void SearchIndex::write(Html& html) const {
    html << "<script type=\"application/json\" id=\"index\">{\"ids\":[" << Json{ids_} << "]";
    column(html, "bounds", bounds_);
    column(html, "kinds", kinds_);
    column(html, "precisions", precisions_);
    column(html, "sources", names_);
    column(html, "independent", independent_);
    column(html, "documents", documents_);
    column(html, "parts", parts_);
    html << ",\n\"others\":{" << Json{others_} << "}}</script>\n<script type=\"application/json\" id=\"texts\">[" << Json{texts_} << "]</script>\n";
}

}  // namespace annals::page
