#include "reports/page/event_html.h"

#include "core/events/cluster.h"
#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "reports/page/assets.h"
#include "reports/page/overview.h"
#include "reports/page/shelf.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace annals::page {
namespace {

constexpr std::size_t quote_limit = 1500;     // bytes shown on either side of the dating words
constexpr std::size_t name_limit = 200;       // code points of a title, a publisher, a speaker
constexpr std::size_t sources_unfolded = 3;

// ASCII case is no difference between names of publishers, for `query --publisher` either.
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

std::size_t character_border(std::string_view text, std::size_t at) {
    while (at < text.size() && continues_character(text[at])) ++at;
    return std::min(at, text.size());
}

// The quote with its dating words marked; what is far from them is left out of an endless one.
void write_quote(Html& html, std::string_view quote, Span mark) {
    if (mark.end > quote.size() || mark.empty()) mark = {0, 0};
    const std::size_t mark_end = character_border(quote, std::min<std::size_t>(mark.end, mark.begin + quote_limit));
    const std::size_t begin = mark.begin > quote_limit ? character_border(quote, mark.begin - quote_limit) : 0;
    const std::size_t end = character_border(quote, mark_end + quote_limit);
    if (begin > 0) html << Text{words("cut")};
    html << Text{quote.substr(begin, mark.begin - begin)};
    if (!mark.empty()) html << "<mark>" << Text{quote.substr(mark.begin, mark_end - mark.begin)} << "</mark>";
    html << Text{quote.substr(mark_end, end - mark_end)};
    if (end < quote.size()) html << Text{words("cut")};
}

void write_blockquote(Html& html, const EventSource& source) {
    html << "<blockquote dir=\"auto\">";
    write_quote(html, source.quote, source.mark);
    html << "</blockquote>";
}

void write_citation(Html& html, const EventSource& source, const References& references, const std::string& text_mark) {
    const std::string name = source_name(source);
    const bool link = is_web_link(source.url);
    if (link) html << "<a href=\"" << Text{source.url} << "\" rel=\"noopener noreferrer\">";
    html << "<cite><bdi>" << Text{shorten(name, name_limit)} << "</bdi>";
    if (!source.title.empty() && source.title != name)
        html << ", " << Text{words("quote.open")} << "<bdi>" << Text{shorten(source.title, name_limit)} << "</bdi>" << Text{words("quote.close")};
    html << "</cite>";
    if (link) html << "</a>";
    if (!source.published.empty()) html << ", " << Text{published_in_words(source.published)};
    if (source.page) html << ", " << Text{words("page", {std::to_string(*source.page)})};
    if (const int number = references.documents.of(source.document)) {
        const std::string page = references.documents.page_of(number);
        html << " <a class=\"ref\" href=\"" << Text{page} << "#d-" << number << "\" aria-label=\"" << Text{words("source.number", {std::to_string(number)})} << "\">["
             << number << "]</a>";
        if (references.texts) html << " <a class=\"ref\" href=\"" << Text{page} << "#" << Text{text_mark} << "\">" << Text{words("text.seen")} << "</a>";
    }
}

// "Statement · claimed · according to the harbour master": nothing for a plain occurrence told by the source itself.
void write_voice(Html& html, const Event& event) {
    std::vector<std::string> parts;
    if (event.kind != EventKind::occurrence) parts.emplace_back(words("kind." + std::string(to_string(event.kind))));
    if (event.modality != Modality::asserted) parts.emplace_back(words("modality." + std::string(to_string(event.modality))));
    if (parts.empty() && event.attributed_to.empty()) return;
    html << "<p class=\"voice\">";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) html << " · ";
        html << "<b>" << Text{parts[i]} << "</b>";
    }
    if (!event.attributed_to.empty())
        html << (parts.empty() ? Markup("") : Markup(" · ")) << Text{words("according")} << " <bdi class=\"by\">" << Text{shorten(event.attributed_to, name_limit)}
             << "</bdi>";
    html << "</p>";
}

void write_figures(Html& html, const Event& event) {
    if (event.numbers.empty()) return;
    html << "<p class=\"figures\">";
    for (std::size_t i = 0; i < event.numbers.size() && i < 20; ++i) {
        const Number& number = event.numbers[i];
        html << (i > 0 ? Markup(" ") : Markup("")) << "<span><b>" << Text{shorten(number.text, 40)} << "</b>";
        if (!number.of.empty()) html << " <bdi>" << Text{shorten(number.of, 60)} << "</bdi>";
        html << "</span>";
    }
    html << "</p>";
}

void write_how_dated(Html& html, const Event& event) {
    static const EventSource none;
    const EventSource& source = event.sources.empty() ? none : event.sources.front();
    const Evidence& evidence = source.evidence;
    if (evidence.words.empty() && evidence.rule.empty() && event.date.edtf.empty()) return;
    html << "<p class=\"how\">";
    if (!event.date.dated()) {
        html << Text{words(evidence.words.empty() ? "how.undated" : "how.unresolved", {shorten(evidence.words, name_limit)})};
    } else {
        html << Text{words("how")} << " ";
        if (!evidence.words.empty())
            html << Text{words("quote.open")} << "<bdi>" << Text{shorten(evidence.words, name_limit)} << "</bdi>" << Text{words("quote.close")};
        if (!evidence.anchor.empty()) html << Text{words("how.anchor", {shorten(evidence.anchor, name_limit)})};
        if (!evidence.rule.empty()) html << Text{words("how.rule")} << "<code>" << Text{shorten(evidence.rule, 80)} << "</code>";
        html << "; <abbr title=\"" << Text{words("how.edtf")} << "\">EDTF</abbr> <code>" << Text{event.date.edtf} << "</code>";
        for (std::size_t i = 0; i < evidence.alternatives.size() && i < 5; ++i)
            html << (i > 0 ? Markup(", ") : Markup("; ")) << Text{i > 0 ? std::string_view() : words("how.or")} << "<code>"
                 << Text{shorten(evidence.alternatives[i], 60)} << "</code>";
        if (event.confidence) html << "; " << Text{words("how.right", {std::to_string(std::lround(*event.confidence * 100))})};
    }
    html << "</p>";
}

// Sources that give other dates stand side by side, each with its own words.
void write_sides(Html& html, const Event& event, const References& references) {
    html << "<p class=\"disagree\">" << Text{words("disagree")} << "</p><div class=\"sides\">";
    for (std::size_t i = 0; i < event.sources.size(); ++i) {
        const EventSource& source = event.sources[i];
        html << "<div class=\"side\"><p class=\"says\">" << Text{source.date.dated() ? in_words(source.date) : std::string(words("undated.one"))} << "</p>";
        write_blockquote(html, source);
        html << "<p class=\"src\">";
        write_citation(html, source, references, mark_id(event, i));
        html << "</p></div>";
    }
    html << "</div>";
}

void write_other_source(Html& html, std::size_t number, const Event& event, const References& references) {
    const EventSource& source = event.sources[number];
    html << "<li>" << Text{words("role." + std::string(to_string(source.role)))} << " ";
    write_citation(html, source, references, mark_id(event, number));
    if (source.quote != event.quote) {
        html << ": <q dir=\"auto\">";
        write_quote(html, source.quote, source.mark);
        html << "</q>";
    }
    html << "</li>";
}

void write_agreeing(Html& html, const Event& event, const References& references) {
    if (event.sources.empty()) {
        html << "<blockquote dir=\"auto\">";
        write_quote(html, event.quote, {});
        html << "</blockquote>";
        return;
    }
    write_blockquote(html, event.sources.front());
    write_figures(html, event);
    html << "<p class=\"src\">";
    write_citation(html, event.sources.front(), references, mark_id(event, 0));
    html << "</p>";
    if (event.sources.size() == 1) return;
    const bool fold = event.sources.size() - 1 > sources_unfolded;
    if (fold) html << "<details><summary>" << Text{counted("more.sources", static_cast<std::int64_t>(event.sources.size()) - 1)} << "</summary>";
    html << "<ul class=\"others\">";
    for (std::size_t i = 1; i < event.sources.size(); ++i) write_other_source(html, i, event, references);
    html << "</ul>";
    if (fold) html << "</details>";
}

std::string_view unit_of(std::string_view duration) { return duration.substr(std::min(duration.find(' '), duration.size())); }

// "lasted 45 days", "lasted 8 to 10 months"; nothing where an end is not known.
std::string duration_in_words(const Date& date) {
    if (date.shape != Shape::span || !date.start_min || !date.start_max || !date.end_min || !date.end_max) return {};
    const std::string most = days_in_words(*date.end_max - *date.start_min + 1);
    if (date.open_end) return words("lasting", {most});
    const Day least = *date.end_min - *date.start_max + 1;
    std::string fewest = days_in_words(std::max(1, least));
    if (fewest == most) return words("lasted", {most});
    if (unit_of(fewest) == unit_of(most)) fewest.erase(fewest.find(' '));  // "8 to 10 months"
    return words("lasted.between", {fewest, most});
}

void write_when(Html& html, const Event& event) {
    html << "<div class=\"when\"><a class=\"date\" href=\"#e-" << Text{event.id} << "\">";
    html << Text{event.date.dated() ? in_words(event.date) : std::string(words("undated.one"))} << "</a>";
    write_glyph(html, event.date);
    if (const std::string duration = duration_in_words(event.date); !duration.empty()) html << "<span class=\"note\">" << Text{duration} << "</span>";
    html << "</div>";
}

void write_data(Html& html, const Event& event, const References& references, std::size_t number) {
    const Date& date = event.date;
    html << " data-k=\"" << Text{to_string(event.kind)} << "\"";
    if (date.dated()) {
        html << " data-n=\"" << number << "\" data-p=\"" << Text{to_string(date.precision)} << "\" data-d=\"" << Text{bounds_of(date)} << "\"";
        if (const std::string day = bounds_of(date); day.find(',') != std::string::npos || date.edtf != format_day(*date.start_min))
            html << " data-t=\"" << Text{date.edtf} << "\"";
    }
    std::set<std::string> others;  // dates that other sources give: a window finds the event by these too
    for (const EventSource& source : event.sources)
        if (source.date.dated() && bounds_of(source.date) != bounds_of(date)) others.insert(bounds_of(source.date));
    if (!others.empty()) {
        html << " data-o=\"";
        for (const std::string& other : others) html << (other == *others.begin() ? Markup("") : Markup(" ")) << Text{other};
        html << "\"";
    }
    if (const int independent = independent_sources(event.sources); independent > 1) html << " data-m=\"" << independent << "\"";
    std::set<int> names;
    for (const EventSource& source : event.sources) names.insert(references.names.of(source));
    html << " data-s=\"";
    for (const int name : names) html << (name == *names.begin() ? Markup("") : Markup(" ")) << name;
    html << "\"";
    if (!event.sources.empty()) html << " data-doc=\"" << references.documents.of(event.sources.front().document) << "\"";
}

}  // namespace

void SourceNames::note(const EventSource& source) {
    std::string name = source_name(source);
    by_folded_.try_emplace(ascii_lower(name), name, 0);
}

void SourceNames::finish() {
    for (auto& [folded, name] : by_folded_) {
        name.second = static_cast<int>(names_.size());
        names_.push_back(name.first);
    }
}

int SourceNames::of(const EventSource& source) const {
    const auto found = by_folded_.find(ascii_lower(source_name(source)));
    return found == by_folded_.end() ? 0 : found->second.second;
}

std::string bounds_of(const Date& date) {
    if (!date.dated()) return {};
    if (date.shape == Shape::point && date.start_min && date.start_min == date.end_max) return std::to_string(*date.start_min);
    const auto bound = [](const std::optional<Day>& day) { return day ? std::to_string(*day) : std::string(); };
    return bound(date.start_min) + "," + bound(date.start_max) + "," + bound(date.end_min) + "," + bound(date.end_max) + (date.shape == Shape::span ? ",s" : "");
}

std::string source_name(const EventSource& source) {
    if (!source.publisher.empty()) return source.publisher;
    return source.title.empty() ? std::string(words("source.unnamed")) : source.title;
}

std::string published_in_words(std::string_view edtf) {
    const DateResult read = parse_date(edtf);
    return read.date ? in_words(*read.date) : shorten(edtf, 100);
}

void write_event(Html& html, const Event& event, const References& references, std::size_t number, int heading_level) {
    html << "<li class=\"ev";
    if (event.kind == EventKind::plan) html << " plan";
    if (event.conflicts > 0) html << " conflict";
    html << "\" id=\"e-" << Text{event.id} << "\"";
    write_data(html, event, references, number);
    html << ">";
    write_when(html, event);
    html << "<div class=\"what\"><h" << heading_level << " dir=\"auto\">" << Text{shorten(event.headline, name_limit)} << "</h" << heading_level << ">";
    write_voice(html, event);
    if (event.conflicts > 0 && event.sources.size() > 1) {
        write_sides(html, event, references);
        write_figures(html, event);
    } else {
        write_agreeing(html, event, references);
    }
    write_how_dated(html, event);
    html << "</div></li>\n";
}

}  // namespace annals::page
