#include "reports/page/frame.h"

#include "core/text/utf8.h"
#include "reports/page/assets.h"

namespace annals::page {
namespace {

void write_legend(Html& html) {
    const auto item = [&](Markup drawing, std::string_view key) {
        html << "<li><svg class=\"glyph\" aria-hidden=\"true\">" << drawing << "</svg>" << Text{words(key)} << "</li>";
    };
    html << "<ul class=\"legend\" aria-label=\"" << Text{words("legend")} << "\">";
    item("<circle class=\"pt\" cx=\"50%\" cy=\"5\" r=\"4\"/>", "legend.day");
    item("<rect class=\"dur\" x=\"1%\" y=\"1\" width=\"98%\" height=\"8\" rx=\"2\"/>", "legend.lasted");
    item("<use href=\"#g-some-time\"/>", "legend.some");
    item("<rect class=\"dur\" x=\"1%\" y=\"1\" width=\"60%\" height=\"8\" rx=\"2\"/><line class=\"open\" x1=\"62%\" x2=\"100%\" y1=\"5\" y2=\"5\"/>", "legend.open");
    item("<rect class=\"fold\" x=\"20%\" y=\"0\" width=\"60%\" height=\"10\"/>", "legend.folded");
    html << "</ul>";
}

}  // namespace

std::string title_of(const ReportInput& input, const std::vector<Drawn>& drawn) {
    const std::string years = years_of(drawn);
    if (!input.title.empty()) return input.title;
    std::string about(words("title"));
    if (input.documents.size() == 1 && !input.documents.front().title.empty()) about = shorten(input.documents.front().title, 120);
    return years.empty() ? about : words("title.years", {about, years});
}

void write_head(Html& html, const std::string& title, bool with_script) {
    html << "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ";
    if (with_script) html << "script-src '" << Text{policy_hash(script())} << "'; ";
    html << "style-src '" << Text{policy_hash(style())}
         << "'; base-uri 'none'; form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"referrer\" content=\"no-referrer\">"
            "<meta name=\"color-scheme\" content=\"light dark\"><meta name=\"generator\" content=\"annals\">\n<title>"
         << Text{title} << "</title>\n<style>" << style() << "</style></head>\n<body>\n<a class=\"skip\" href=\"#list\">" << Text{words("skip")} << "</a>\n";
}

void write_header(Html& html, const ReportInput& input, const Gathered& gathered, const std::string& title) {
    html << "<header><p class=\"kicker\">" << Text{words("kicker")} << "</p><h1 dir=\"auto\">" << Text{title} << "</h1>\n<p class=\"lede\">"
         << Text{words("lede", {counted("events", gathered.events), counted("documents", static_cast<std::int64_t>(input.documents.size()))})};
    if (gathered.conflicts > 0) html << " " << Text{counted("lede.conflicts", gathered.conflicts)};
    html << " " << Text{words("lede.method")} << "</p>";
    if (!input.filter.empty()) html << "<p class=\"asked\">" << Text{words("asked", {shorten(input.filter, 400)})} << "</p>";
    if (!gathered.drawn.empty()) write_legend(html);
    html << "</header>\n";
}

void write_method(Html& html) {
    html << "<section class=\"method\" aria-labelledby=\"method\"><h2 id=\"method\">" << Text{words("method")} << "</h2>\n";
    for (const std::string_view key : {"method.1", "method.2", "method.3", "method.4", "method.5"}) html << "<p>" << Text{words(key)} << "</p>\n";
    html << "</section>\n";
}

void write_end(Html& html) {
    html << "<footer><p>" << Text{words("footer")} << "</p></footer>\n<dialog id=\"dialog\" aria-labelledby=\"dialog-title\"><h2 id=\"dialog-title\">"
         << Text{words("keys.title")} << "</h2><dl>";
    for (const std::string_view key : {"/", "j", "k", "o", "c", "Esc", "?"})
        html << "<dt><kbd>" << Text{key} << "</kbd></dt><dd>" << Text{words("key." + std::string(key))} << "</dd>";
    html << "</dl><label><input type=\"checkbox\" id=\"letters\" checked> " << Text{words("keys.letters")} << "</label><button type=\"button\" id=\"close\">"
         << Text{words("keys.close")} << "</button></dialog>\n<script type=\"application/json\" id=\"strings\">";
    write_script_strings(html);
    html << "</script>\n<script>" << script() << "</script>\n</body></html>\n";
}

}  // namespace annals::page
