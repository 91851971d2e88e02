#include "reports/page/search_index.h"

#include "core/events/cluster.h"
#include "reports/json_text.h"

#include <algorithm>
#include <set>

namespace annals::page {
namespace {

// Names by their number in a list, which stands before the numbers.
template <class Name, std::size_t N>
void append_names(Html& html, Markup key, const Name (&names)[N]) {
    html << ",\n\"" << key << "\":[";
    for (std::size_t i = 0; i < N; ++i) {
        if (i > 0) html << ",";
        html.json_string(to_string(names[i]));
    }
    html << "]";
}

constexpr EventKind all_kinds[] = {EventKind::occurrence, EventKind::statement, EventKind::plan, EventKind::state};
constexpr Precision all_precisions[] = {Precision::minute, Precision::day,     Precision::week,   Precision::month,
                                        Precision::season, Precision::quarter, Precision::third,  Precision::half,
                                        Precision::year,   Precision::decade,  Precision::century};

template <class Name, std::size_t N>
std::size_t number_of(Name name, const Name (&names)[N]) {
    return static_cast<std::size_t>(std::find(std::begin(names), std::end(names), name) - std::begin(names));
}

}  // namespace

void SearchIndex::add(const Event& event, const SourceNames& names, const DocumentNumbers& documents, std::size_t part) {
    const auto next = [](std::string& column) {
        if (!column.empty()) column += ',';
    };
    for (std::string* column : {&ids_, &bounds_, &kinds_, &precisions_, &names_, &independent_, &documents_, &parts_, &words_})
        next(*column);
    append_json_string(ids_, event.id);
    const std::string bounds = bounds_of(event.date);
    if (!bounds.empty() && bounds.find(',') == std::string::npos)
        bounds_ += bounds;
    else
        append_json_string(bounds_, bounds);
    kinds_ += std::to_string(number_of(event.kind, all_kinds));
    precisions_ += std::to_string(number_of(event.date.precision, all_precisions));
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
    append_json_string(words_, event.headline);
    words_ += ',';
    append_json_string(words_, event.quote);
    words_ += '\n';
    // The script makes the words and the EDTF of an exact day itself.
    const bool exact_day = event.date.dated() && !bounds.empty() && bounds.find(',') == std::string::npos &&
                           event.date.edtf == format_day(*event.date.start_min);
    if (!event.attributed_to.empty() || (event.date.dated() && !exact_day)) {
        next(rest_);
        rest_ += "\"" + std::to_string(number_) + "\":[";
        append_json_string(rest_, event.date.dated() ? in_words(event.date) : std::string());
        rest_ += ',';
        append_json_string(rest_, event.date.edtf);
        rest_ += ',';
        append_json_string(rest_, event.attributed_to);
        rest_ += ']';
    }
    ++number_;
}

void SearchIndex::column(Html& html, Markup name, const std::string& values) const { html << ",\n\"" << name << "\":[" << Json{values} << "]"; }

void SearchIndex::write(Html& html) const {
    html << "<script type=\"application/json\" id=\"index\">{\"ids\":[" << Json{ids_} << "]";
    column(html, "bounds", bounds_);
    append_names(html, "kindNames", all_kinds);
    column(html, "kinds", kinds_);
    append_names(html, "precisionNames", all_precisions);
    column(html, "precisions", precisions_);
    column(html, "sources", names_);
    column(html, "independent", independent_);
    column(html, "documents", documents_);
    column(html, "parts", parts_);
    html << ",\n\"others\":{" << Json{others_} << "}}</script>\n<script type=\"application/json\" id=\"texts\">{\"words\":[" << Json{words_}
         << "],\n\"rest\":{" << Json{rest_} << "}}</script>\n";
}

}  // namespace annals::page
