#include "reports/page/controls.h"

#include "core/text/utf8.h"
#include "reports/page/assets.h"

#include <algorithm>

namespace annals::page {
namespace {

constexpr int most_sources_asked = 9;

void begin_select(Html& html, Markup id, std::string_view label, std::string_view all) {
    html << "<label>" << Text{words(label)} << "<select id=\"" << id << "\">";
    if (!all.empty()) html << "<option value=\"\">" << Text{words(all)} << "</option>";
}

void write_option(Html& html, std::string_view value, std::string_view shown) {
    html << "<option value=\"" << Text{value} << "\">" << Text{shorten(shown, 60)} << "</option>";
}

void write_controls(Html& html, const Gathered& gathered) {
    html << "<div id=\"controls\" role=\"search\" aria-label=\"" << Text{words("controls")} << "\" hidden><div class=\"fields\">"
         << "<label class=\"wide\">" << Text{words("search")} << "<input type=\"search\" id=\"q\" autocomplete=\"off\" spellcheck=\"false\"></label>"
         << "<label>" << Text{words("from")} << "<input id=\"from\" autocomplete=\"off\" placeholder=\"" << Text{words("from.example")}
         << "\" aria-describedby=\"bad-date\"></label><label>" << Text{words("to")} << "<input id=\"to\" autocomplete=\"off\" placeholder=\""
         << Text{words("to.example")} << "\" aria-describedby=\"bad-date\"></label>";
    begin_select(html, "mode", "mode", "");
    for (const std::string_view mode : {"possible", "certain", "within"}) write_option(html, mode, words("mode." + std::string(mode)));
    html << "</select></label></div>\n<details class=\"rest\" id=\"rest\" open><summary>" << Text{words("controls.rest")}
         << "</summary><div class=\"fields\">";
    begin_select(html, "source", "source", "source.any");
    for (const std::string& name : gathered.names.all()) write_option(html, shorten(name, 200), name);
    html << "</select></label>";
    begin_select(html, "kind", "kind", "kind.any");
    for (const EventKind kind : gathered.kinds) write_option(html, to_string(kind), words("kind." + std::string(to_string(kind))));
    html << "</select></label>";
    begin_select(html, "precision", "precision", "precision.any");
    for (const Precision precision : gathered.precisions) write_option(html, to_string(precision), words("precision." + std::string(to_string(precision))));
    html << "</select></label>";
    begin_select(html, "sources", "min-sources", "min-sources.any");
    for (int least = 2; least <= std::min(gathered.most_sources, most_sources_asked); ++least)
        write_option(html, std::to_string(least), words("min-sources.least", {std::to_string(least)}));
    html << "</select></label></div></details>\n<p id=\"bad-date\" role=\"status\"></p><div class=\"actions\"><output id=\"count\" "
            "aria-live=\"polite\">"
         << Text{counted("events", gathered.events)} << "</output><button type=\"button\" id=\"clear\">" << Text{words("clear")}
         << "</button><button type=\"button\" id=\"save\">" << Text{words("save")} << "</button><button type=\"button\" id=\"keys\" aria-haspopup=\"dialog\">"
         << Text{words("keys")} << "</button></div></div>\n";
}

}  // namespace

void write_tools(Html& html, const Gathered& gathered) {
    write_drawing_definitions(html);
    write_controls(html, gathered);
    if (gathered.drawn.empty()) return;
    html << "<section class=\"bar\" aria-label=\"" << Text{words("overview")} << "\">";
    write_overview(html, gathered.drawn);
    html << "<div id=\"range\" hidden><input type=\"range\" id=\"range-from\" min=\"0\" max=\"1000\" value=\"0\" aria-label=\"" << Text{words("range.from")}
         << "\"><input type=\"range\" id=\"range-to\" min=\"0\" max=\"1000\" value=\"1000\" aria-label=\"" << Text{words("range.to")} << "\"></div></section>\n";
}

}  // namespace annals::page
