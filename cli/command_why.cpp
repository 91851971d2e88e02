// annals why
#include "cli/commands.h"
#include "cli/database.h"
#include "cli/text_table.h"
#include "core/model/error.h"

#include <cmath>
#include <ostream>

namespace annals {
namespace {

/// The quote with its dating words in brackets.
std::string marked(const EventSource& source) {
    const std::string& quote = source.quote;
    if (source.mark.empty() || source.mark.end > quote.size()) return harmless(quote);
    return harmless(quote.substr(0, source.mark.begin)) + "[" + harmless(words(quote, source.mark)) + "]" +
           harmless(quote.substr(source.mark.end));
}

void print_source(const EventSource& source, std::optional<double> confidence, std::ostream& out) {
    const auto line = [&out](const char* name, const std::string& text) {
        if (!text.empty()) out << "  " << name << std::string(14 - std::string_view(name).size(), ' ') << text << '\n';
    };
    out << (source.title.empty() ? harmless(source.document) : harmless(source.title));
    if (!source.publisher.empty()) out << ", " << harmless(source.publisher);
    out << " (" << to_string(source.role) << ")\n";
    line("quote", marked(source));
    line("date", source.date.dated() ? in_words(source.date) + "  " + source.date.edtf : "undated");
    if (source.date.dated())
        line("days", (source.date.earliest() ? format_day(*source.date.earliest()) : "?") + " to " +
                         (source.date.latest() ? format_day(*source.date.latest()) : "?"));
    line("unverified", harmless(source.unverified_because));
    line("words", source.evidence.words.empty() ? "" : "\"" + harmless(source.evidence.words) + "\"");
    line("rule", source.evidence.rule);
    line("leans on", harmless(source.evidence.anchor));
    std::string alternatives;
    for (const std::string& edtf : source.evidence.alternatives) alternatives.append(alternatives.empty() ? "" : ", ").append(edtf);
    line("or perhaps", alternatives);
    if (confidence) line("right", std::to_string(std::lround(*confidence * 100)) + " % of such readings, where it was measured");
    line("kind", std::string(to_string(source.kind)) + ", " + std::string(to_string(source.modality)));
    line("word of", harmless(source.attributed_to));
    line("published", source.published.empty() ? "" : source.published + " (" + harmless(source.published_basis) + ")");
    line("page", source.page ? std::to_string(*source.page) : "");
    line("place", "code points " + std::to_string(source.quote_code_points.begin) + " to " + std::to_string(source.quote_code_points.end));
    line("document", harmless(source.document));
    line("url", harmless(source.url));
}

}  // namespace

int why_command(const Options& options, Console& console) {
    const Store store = open_database(options, console);
    const auto history = store.why(find_id(store, options.arguments[0]));
    if (!history) throw Error("no event has the id " + options.arguments[0] + ": `annals query` lists them");
    const Event& event = history->event;
    console.out << event.id << "  " << (event.date.dated() ? in_words(event.date) : "undated") << "\n" << harmless(event.headline) << "\n";
    if (event.conflicts > 0)
        console.out << "The sources disagree: " << event.conflicts << (event.conflicts == 1 ? " other date.\n" : " other dates.\n");
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        console.out << '\n';
        print_source(event.sources[i], i == 0 ? event.confidence : std::nullopt, console.out);
        if (i < history->merge_reasons.size() && !history->merge_reasons[i].empty())
            console.out << "  same event    " << harmless(history->merge_reasons[i]) << '\n';
    }
    if (!history->decisions.empty()) console.out << "\nDecisions, newest first\n";
    for (const std::string& decision : history->decisions) console.out << "  " << harmless(decision) << '\n';
    return done;
}

}  // namespace annals
