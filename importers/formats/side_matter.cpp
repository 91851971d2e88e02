#include "importers/formats/side_matter.h"

#include "core/text/ascii.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace annals {
namespace {

/// Openings of a heading or short line behind which other matter stands.
constexpr std::array<std::string_view, 58> section_openings{
    "related", "more on ", "more from", "more stories", "read more", "read next", "read also", "also read", "you may also", "you might also", "recommended", "most read", "most popular", "trending",
    "comments", "leave a ", "post a comment", "join the", "about the author", "about author", "share this", "newsletter", "sign up", "subscribe", "popular posts", "recent posts", "editors' picks",
    "mehr zum thema", "mehr zu ", "mehr aus ", "mehr von ", "mehr auf", "auch interessant", "das k\xc3\xb6nnte", "weitere informationen", "weitere artikel", "weitere themen", "weitere beitr", "weitere meldungen", "weitere nachrichten",
    "weiterf\xc3\xbchrende", "empfehlungen aus", "kommentar", "schreibe einen", "schreiben sie einen", "verwandte", "\xc3\xa4hnliche", "passend dazu", "meistgelesen", "meist-", "lesen sie", "relevantes aus", "\xc3\xbc""ber den autor",
    "\xc3\xa0 lire", "lire aussi", "sur le m\xc3\xaame", "lea tambi\xc3\xa9n", "leggi anche"};

/// Words of a short line that speaks to the reader about the page.
constexpr std::array<std::string_view, 53> page_phrases{
    "empfehlen wir", "was this article", "first appeared on", "appeared first on",
    "signing up", "sign up for", "sign up to", "never miss", "share this", "follow us", "hear what you think", "if you enjoyed", "subscribe to", "subscribe now", "this entry was posted", "posted in", "filed under",
    "last modified", "last updated", "skip to content", "click here to", "enable javascript", "your browser", "all rights reserved", "view comments", "add a comment", "log in to", "accept cookies", "use cookies",
    "artikel teilen", "beitrag teilen", "teilen sie", "folgen sie uns", "folge uns", "einloggen", "anmelden, um", "jetzt abonnieren", "abonnieren sie", "sind cookies", "verwenden cookies", "verwendet cookies", "cookies, um", "dieser eintrag wurde",
    "dieser beitrag wurde", "der beitrag wurde", "beitrag wurde am", "ver\xc3\xb6""ffentlicht in", "zur startseite", "zum seitenanfang", "nach oben", "seite drucken", "als pdf", "javascript aktivieren"};

bool opens_side_matter(const std::string& line) {
    return line.size() <= 90 && std::any_of(section_openings.begin(), section_openings.end(), [&](std::string_view opening) { return line.starts_with(opening); });
}

bool begins_word(std::string_view line, std::size_t at) { return at == 0 || line[at - 1] < 'a' || line[at - 1] > 'z'; }

bool has_word_beginning(std::string_view line, std::string_view beginning) {
    for (std::size_t at = line.find(beginning); at != line.npos; at = line.find(beginning, at + 1))
        if (begins_word(line, at)) return true;
    return false;
}

/// "Get our newsletter in your inbox": not "The parish newsletter of May 1931 told of it".
bool offers_newsletter(std::string_view line) {
    static constexpr std::array<std::string_view, 14> offers{"sign", "subscri", "inbox", "get ", "receive", "your ", "email", "e-mail", "join ", "latest", "weekly", "daily ", "free", "register"};
    constexpr std::size_t label = 60;
    const std::size_t named = line.find("newsletter");
    if (named == line.npos) return false;
    if (line.size() <= label) return true;
    const std::size_t stop = line.rfind(". ", named), first = stop == line.npos ? 0 : stop + 2;
    const std::string_view sentence = line.substr(first, line.find(". ", named) - first);
    return std::any_of(offers.begin(), offers.end(), [&](std::string_view offer) { return has_word_beginning(sentence, offer); });
}

bool speaks_of_page(const std::string& line) {
    if (line.size() <= 400 && offers_newsletter(line)) return true;
    if (const std::size_t stop = line.find(". "); stop != line.npos && line.find("first appeared on") != line.npos && stop < line.find("first appeared on")) return false;  // it ends what tells something
    return line.size() <= 400 && std::any_of(page_phrases.begin(), page_phrases.end(), [&](std::string_view phrase) { return line.find(phrase) != std::string::npos; });
}

bool is_short_line(const Block& block) {
    return block.kind == BlockKind::list_item || block.kind == BlockKind::boilerplate || ((block.kind == BlockKind::paragraph || block.kind == BlockKind::byline || block.kind == BlockKind::caption) && block.span.size() < 120);
}

}  // namespace

void set_side_matter_aside(Document& document) {
    auto& blocks = document.blocks;
    bool in_side_matter = false;
    int level = 0;
    for (Block& block : blocks) {
        if (block.kind == BlockKind::title || block.kind == BlockKind::entry || block.kind == BlockKind::table_row) {
            in_side_matter = false;
            continue;
        }
        const std::string line = block.span.size() <= 400 ? ascii_lower(words(document.text, block.span)) : std::string();
        const bool heading = block.kind == BlockKind::heading;
        if ((heading || block.kind == BlockKind::paragraph) && !line.empty() && opens_side_matter(line)) {
            in_side_matter = true;
            level = heading ? block.level : 7;
            block.kind = BlockKind::boilerplate;
        } else if (in_side_matter && is_short_line(block)) {
            block.kind = BlockKind::boilerplate;
        } else if (in_side_matter && heading && block.level > level) {
            block.kind = BlockKind::boilerplate;
        } else {
            in_side_matter = false;
            if (!line.empty() && block.kind != BlockKind::byline && speaks_of_page(line)) block.kind = BlockKind::boilerplate;
        }
    }
    // Headings with nothing below them: the last ones.
    for (auto block = blocks.rbegin(); block != blocks.rend(); ++block) {
        if (block->kind == BlockKind::boilerplate) continue;
        if (block->kind != BlockKind::heading) break;
        block->kind = BlockKind::boilerplate;
    }
}

}  // namespace annals
