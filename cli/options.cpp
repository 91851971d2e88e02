#include "cli/options.h"

#include "cli/commands.h"
#include "reports/report.h"

namespace annals {
namespace {

constexpr std::string_view event_commands = "query report";
constexpr std::string_view filter_commands = "query report gaps";

std::string report_format_names() {
    std::string names;
    for (const ReportFormat& format : report_formats()) names.append(names.empty() ? "" : "|").append(format.name);
    return names;
}

std::vector<Command> make_commands() {
    return {
        {"import", "PATH...", 0, std::string_view::npos, "Read articles into the database.",
         "A folder is walked whole, in the order of its paths; names that begin with a dot are left out. \"-\" is standard input.\n\n"
         "A file that cannot be read is reported and the others are imported. Importing the same article again changes nothing; "
         "a changed text becomes a new version. Ctrl-C stops after the current document; running the command again goes on.\n\n"
         "With --mentions FILE mentions that another program or a person found in articles of the database are added: JSON Lines as `annals extract` prints "
         "them, or langextract's. One whose quote does not stand in the article, or whose date is outside or finer than what annals reads there, "
         "is kept as unverified: only --unverified shows it.",
         "annals import articles/\n"
         "annals import --mentions model.jsonl\n"
         "annals import letter.txt --published 1943-02-11\n"
         "annals import export.csv --map text=Body,published=Day\n"
         "curl -s https://example.org/story.html | annals import -",
         import_command},
        {"query", "", 0, 0, "Print events, in chronological order.",
         "Dates are days, months, years or any EDTF: --from 2020 begins on 2020-01-01, --to 2023-10 ends on 2023-10-31.\n\n"
         "An event matches \"possible\" if it may have happened in the window, \"certain\" if some of it must have, \"within\" "
         "if all of it did.",
         "annals query --from 2020 --to 2023-09\n"
         "annals query --on 2023-09-26 --mode certain --format json\n"
         "annals query --text blockade --count",
         query_command},
        {"report", "", 0, 0, "Write the events as a page or a file.",
         "The HTML page is one file that needs no network. Above 20,000 events it becomes an overview with search over linked pages by year "
         "beside it. A file is replaced only when the new one is complete.\n\n"
         "--compare and --compare-db set two publishers or two databases side by side, as html, md or json: who told what and when, "
         "and what only one of them has.",
         "annals report -o timeline.html\n"
         "annals report --compare \"Ansel Courier,Northern Wire\" -o compared.html\n"
         "annals report --format csv --from 1990 -o timeline.csv",
         report_command},
        {"gaps", "", 0, 0, "List the silences: periods without an event.",
         "An event counts on every day on which it may have been, so a silence is surely one. Where something that began before goes on, "
         "a period in which nothing new begins is listed as such. --from and --to bound silences as events do.",
         "annals gaps --longer-than 90d\n"
         "annals gaps --from 1990 --to 1999 --publisher \"Ansel Courier\"",
         gaps_command},
        {"documents", "", 0, 0, "List what was imported, with each document's date and how it is known.", "",
         "annals documents\n"
         "annals documents --undated",
         documents_command},
        {"why", "EVENT", 1, 1, "Say how an event came to its date.",
         "Gives the words of each source, the rule that read them, what they lean on, other fair readings, "
         "and why sources were put together. "
         "EVENT is an id or any beginning of one that is unique.",
         "annals why k7m2qd4", why_command},
        {"conflicts", "", 0, 0, "List the events whose sources disagree.",
         "Events for which sources give different days, or different numbers of the same thing, each with what every source says. "
         "The first line shows the date that reports give: that of most independent publishers, then the finest, then the earliest published.",
         "annals conflicts", conflicts_command},
        {"fix", "EVENT", 1, 1, "Give an event another date, headline or kind.",
         "What you decide stays when articles are imported again, even changed ones. What the sources say is kept beside it; `annals undo` takes it back.",
         "annals fix k7m2qd4 --date 2020-09-27\n"
         "annals fix k7m2qd4 --headline \"War breaks out in the valley\" --kind occurrence",
         fix_command},
        {"merge", "EVENT EVENT...", 2, std::string_view::npos, "Make one event of several.",
         "The event with most sources keeps its id; the other ids lead to it from then on.", "annals merge k7m2qd4 x0w9b1c", merge_command},
        {"split", "EVENT QUOTE", 2, 2, "Take a source out of an event.",
         "The one source whose quote holds the words becomes an event of its own, and no later import puts it together with another.",
         "annals split k7m2qd4 \"fell on Monday\"", split_command},
        {"hide", "EVENT", 1, 1, "Leave an event out of queries and reports.", "`annals why` still shows it.",
         "annals hide k7m2qd4 --why \"an advertisement\"", hide_command},
        {"undo", "", 0, 0, "Take back the newest decision that still holds.",
         "Decisions are merge, split, hide, fix and `import --published`. Run it again for the one before.", "annals undo", undo_command},
        {"orphans", "", 0, 0, "List decisions whose words no article says any more.",
         "After an article has changed, a decision is found again by its place, the words around it, the sentence, or the one sentence much like it. "
         "Where none or two of them fit, it is kept and listed here.",
         "annals orphans", orphans_command},
        {"dates", "[TEXT | FILE...]", 0, std::string_view::npos, "Find the time expressions of a text.",
         "An argument that is an existing path is a file, anything else is text; without arguments standard input is read. "
         "A file may be an article of any format or JSON Lines with {\"id\", \"dct\", \"text\"}, where dct is the day of writing. "
         "Nothing is stored.",
         "annals dates \"They met two days ago\" --reference 2023-09-27\n"
         "annals dates --format jsonl articles.jsonl",
         dates_command},
        {"extract", "[FILE | -]", 0, 1, "Turn documents into mentions of events, JSON Lines in and out.",
         "Reads {\"id\", \"title\", \"url\", \"publisher\", \"published\", \"text\"}, prints one line a document, in order, "
         "and stores nothing. Beyond what an import would keep, every other event word has a mention too: role \"context\" means that "
         "no words date it by themselves: it goes on at the time of a dated word, or its grammar says where it lies from the day of "
         "writing, or it has the date told before it or that of the same event elsewhere.",
         "annals extract articles.jsonl > mentions.jsonl", extract_command},
        {"read", "FILE", 1, 1, "Show what an import would see of a file.",
         "Title, byline and paragraphs in order, one block a line; menus and footers are left out. \"-\" is standard input.",
         "annals read page.html\n"
         "annals read page.html --format json",
         read_command},
        {"formats", "", 0, 0, "List what can be read and written.", "", "annals formats", formats_command},
        {"info", "", 0, 0, "Say what a database holds.", "", "annals info --db archive.db", info_command},
        {"check", "", 0, 0, "Look for faults in a database.",
         "Damage of the file, rows that refer to what is not there, counts that are wrong. Exit status 1 when there are any.", "annals check", check_command},
        {"backup", "FILE", 1, 1, "Copy a database, also while others use it.", "FILE must not be there yet.", "annals backup annals-copy.db", backup_command},
        {"diff", "OTHER.db", 1, 1, "Say which events another database has, lacks or tells otherwise.",
         "Lines with - are as they are in the database, lines with + as in the other: id, date, headline, how many sources.",
         "annals diff yesterday.db", diff_command},
        {"help", "[COMMAND]", 0, 1, "Explain annals or one command.", "", "annals help query", help_command},
        {"version", "", 0, 0, "Print the version.", "", "annals version", version_command},
        {"man", "", 0, 0, "Print the manual page.", "", "annals man | man -l -", man_command},
        {"completion", "bash|zsh|fish", 1, 1, "Print a completion script for a shell.", "",
         "annals completion bash > ~/.local/share/bash-completion/completions/annals", completion_command},
    };
}

std::vector<Option> make_options() {
    using O = Options;
    return {
        {"from", 0, "DATE", "", filter_commands, "First day of the window.", &O::from},
        {"to", 0, "DATE", "", filter_commands, "Last day of the window.", &O::to},
        {"on", 0, "DATE", "", filter_commands, "The days of this date as the window.", &O::on},
        {"mode", 0, "possible|certain|within", "possible", filter_commands, "How an event must lie in the window.", &O::mode},
        {"text", 0, "WORDS", "", filter_commands, "Only events whose headline or quote holds all these words.", &O::text},
        {"kind", 0, "KIND,...", "", filter_commands, "Only these kinds: occurrence, statement, plan, state.", &O::kinds},
        {"publisher", 0, "NAME,...", "", filter_commands, "Only events told by one of these publishers.", &O::publishers},
        {"min-sources", 0, "N", "", filter_commands, "Only events told by at least N independent sources.", &O::min_sources},
        {"undated", 0, "", "", event_commands, "Add the events without a date, last.", &O::undated},
        {"undated", 0, "", "", "documents", "Only documents without a date, or with an inferred one.", &O::undated},
        {"unverified", 0, "", "", filter_commands, "Add mentions that could not be verified against their text.", &O::unverified},
        {"count", 0, "", "", "query", "Print only how many there are.", &O::count},
        {"histogram", 0, "year|month|day", "", "query", "Print how many there are in each year, month or day.", &O::histogram},
        {"longer-than", 0, "LENGTH", "30d", "gaps", "Only silences longer than this: days, or 6w, 3m, 2y.", &O::longer_than},
        {"date", 0, "DATE", "", "fix", "The date, EDTF.", &O::date},
        {"headline", 0, "TEXT", "", "fix", "The headline, at most 100 characters.", &O::headline},
        {"kind", 0, "occurrence|statement|plan|state", "", "fix", "The kind.", &O::fixed_kind},
        {"why", 0, "TEXT", "", "hide", "The reason; `annals why` shows it.", &O::reason},
        {"limit", 0, "N", "", "query", "At most N events; without it, all.", &O::limit},
        {"after", 0, "ID", "", "query", "Go on after the event with this id.", &O::after},
        {"format", 0, "table|csv|json|jsonl", "table", "query", "How to print.", &O::format},
        {"format", 0, report_format_names(), "html", "report", "What to write.", &O::format},
        {"format", 0, "table|json", "table", "documents gaps", "How to print.", &O::format},
        {"format", 0, "table|jsonl|timeml", "table", "dates", "How to print.", &O::format},
        {"format", 0, "text|json", "text", "read", "How to print.", &O::format},
        {"with-texts", 0, "", "", "report", "Add the articles to the page, with what was read out of them marked.", &O::with_texts},
        {"split", 0, "year|none", "", "report", "A page a year beside the -o file; by itself above 20,000 events, \"none\" never.", &O::split},
        {"compare", 0, "NAME,NAME", "", "report", "Who told what and when: two publishers side by side.", &O::compare},
        {"compare-db", 0, "FILE", "", "report", "The same for this and another database.", &O::compare_db},
        {"title", 0, "TITLE", "", "report", "Title of the page.", &O::title},
        {"raw", 0, "", "", event_commands, "CSV without the guard against formulas.", &O::raw},
        {"output", 'o', "FILE", "", "report", "Write to FILE instead of standard output.", &O::output},
        {"reference", 0, "DATE", "", "dates", "The day on which the text was written.", &O::reference},
        {"published", 0, "DATE", "", "import", "The day on which the articles appeared; kept by later imports.", &O::published},
        {"publisher", 0, "NAME", "", "import", "Publisher of the articles that name none.", &O::publisher},
        {"mentions", 0, "FILE", "", "import", "Add mentions that another program found, after the articles.", &O::mentions},
        {"map", 0, "FIELD=COLUMN,...", "", "import read",
         "Which column of CSV or field of JSON holds id, title, url, publisher, language, published, text.",
         &O::map},
        {"jobs", 'j', "N", "", "import", "How many documents to read at a time; without it, one for each processor.", &O::jobs},
        {"dry-run", 'n', "", "", "import", "Read everything, store nothing.", &O::dry_run},
        {"rules", 0, "DIR", "", "import dates extract", "Read the rules of the language from this folder.", &O::rules},
        {"db", 0, "FILE", "", "import query report gaps documents why conflicts fix merge split hide undo orphans info check backup diff",
         "The database; without it $ANNALS_DB, else annals.db.", &O::db},
    };
}

bool has_word(std::string_view words, std::string_view word) {
    for (std::size_t at = 0; at <= words.size();) {
        const std::size_t end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word) return true;
        at = end + 1;
    }
    return false;
}

}  // namespace

const std::vector<Command>& commands() {
    static const std::vector<Command> table = make_commands();
    return table;
}

const Command* find_command(std::string_view name) {
    for (const Command& command : commands())
        if (command.name == name) return &command;
    return nullptr;
}

const std::vector<Option>& options() {
    static const std::vector<Option> table = make_options();
    return table;
}

bool applies(const Option& option, const Command& command) { return has_word(option.commands, command.name); }

std::vector<std::string_view> choices(const Option& option) {
    std::vector<std::string_view> result;
    const std::string_view value = option.value;
    if (value.find('|') == value.npos) return result;
    for (std::size_t at = 0; at <= value.size();) {
        const std::size_t end = std::min(value.find('|', at), value.size());
        result.push_back(value.substr(at, end - at));
        at = end + 1;
    }
    return result;
}

}  // namespace annals
