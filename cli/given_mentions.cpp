#include "cli/given_mentions.h"

#include "cli/articles.h"
#include "cli/database.h"
#include "cli/line_reader.h"
#include "core/model/error.h"
#include "importers/given_mentions.h"

#include <fstream>
#include <ostream>

namespace annals {
namespace {

std::string counted(int number, const char* noun) { return std::to_string(number) + " " + noun + (number == 1 ? "" : "s"); }

}  // namespace

int import_mentions(const Options& options, Console& console) {
    std::ifstream file;
    if (options.mentions != "-") {
        file.open(options.mentions, std::ios::binary);
        if (!file) throw Error(options.mentions + ": cannot be read");
    }
    std::istream& in = options.mentions == "-" ? console.in : file;
    { open_database(options, console); }  // there must be one: mentions need their articles
    Store store(database_file(options, console));
    const auto rules = rules_of(options, console);
    GivenOutcome sum;
    int refused = 0, number = 0;
    LineReader lines(in);
    std::string_view line;
    while (lines.next(line) && !console.interrupted()) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
        const auto refuse = [&](const std::string& why) {
            print(console, {"mentions.refused", Severity::warning, options.mentions, {}, "line " + std::to_string(number) + ": " + why});
            ++refused;
        };
        const GivenLine read = read_given(line);
        if (!read.given) {
            refuse(read.error);
            continue;
        }
        const auto document = store.find_document({read.given->document, read.given->sha256, read.given->id});
        if (!document) {
            refuse("none or more than one document of the database is meant; import it first, and name it by its key or sha256");
            continue;
        }
        std::vector<GivenMentionRow> rows;
        const auto checked = check_given(*store.text_of(*document), store.published(*document), read.given->mentions, *rules);
        for (std::size_t i = 0; i < checked.size(); ++i) rows.push_back({checked[i].mention, read.given->mentions[i].quote, checked[i].unverified_because});
        const GivenOutcome outcome = store.add_given(*document, rows);
        sum.verified += outcome.verified, sum.unverified += outcome.unverified, sum.known += outcome.known;
    }
    console.err << counted(sum.verified, "mention") << " verified, " << sum.unverified << " unverified, " << sum.known << " known";
    if (refused > 0) console.err << "; " << counted(refused, "line") << " refused";
    console.err << '\n';
    return refused > 0 ? failed : done;
}

}  // namespace annals
