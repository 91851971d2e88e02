#include "core/store/places.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <functional>
#include <iterator>

namespace annals {
namespace {

constexpr int context_length = 32;   // characters on either side
constexpr double much_alike = 0.6;   // of the words of both quotes

bool inside_character(std::string_view text, std::size_t at) { return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; }

std::string context_of(const std::string& text, Span trigger) {
    std::size_t begin = std::min<std::size_t>(trigger.begin, text.size()), end = std::min<std::size_t>(trigger.end, text.size());
    for (int i = 0; i < context_length && begin > 0; ++i)
        for (--begin; begin > 0 && inside_character(text, begin);) --begin;
    for (int i = 0; i < context_length && end < text.size(); ++i)
        for (++end; inside_character(text, end);) ++end;
    return text.substr(begin, end - begin);
}

std::vector<std::string> sorted_words(const std::string& quote) {
    std::vector<std::string> words;
    const std::string text = fold(quote);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    std::sort(words.begin(), words.end());
    return words;
}

double alike(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::string> shared;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
    return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

}  // namespace

MentionsOfText mentions_of_text(const Database& database, const std::string& document) {
    MentionsOfText now;
    std::int64_t version = 0;
    {
        Rows rows = database.rows("SELECT v.id, v.sha256, v.text FROM document d JOIN document_version v ON v.id = d.version WHERE d.key = ?", document);
        if (!rows.next()) return now;
        version = rows.integer(0);
        now.sha256 = rows.text(1);
        now.text = rows.text(2);
    }
    Rows rows = database.rows("SELECT id, key, trigger_begin, trigger_end, quote FROM mention WHERE version = ? ORDER BY id", version);
    while (rows.next())
        now.mentions.push_back({rows.integer(0), rows.text(1), {static_cast<std::uint32_t>(rows.integer(2)), static_cast<std::uint32_t>(rows.integer(3))},
                                rows.text(4)});
    return now;
}

std::optional<std::int64_t> find_place(const DecidedWords& words, const MentionsOfText& now) {
    using Mention = MentionsOfText::Mention;
    const std::string quote = fold(words.quote);
    const std::vector<std::string> quote_words = sorted_words(words.quote);
    const std::function<bool(const Mention&)> steps[] = {
        [&](const Mention& m) { return now.sha256 == words.sha256 && m.trigger == words.trigger; },
        [&](const Mention& m) { return context_of(now.text, m.trigger) == words.context; },
        [&](const Mention& m) { return fold(m.quote) == quote; },
        [&](const Mention& m) { return alike(sorted_words(m.quote), quote_words) >= much_alike; },
    };
    for (const auto& fits : steps) {
        std::vector<const Mention*> found;
        for (const Mention& mention : now.mentions)
            if (fits(mention)) found.push_back(&mention);
        if (found.empty()) continue;
        const auto same = std::find_if(found.begin(), found.end(), [&](const Mention* mention) { return mention->key == words.key; });
        if (same != found.end()) return (*same)->id;
        return found.size() == 1 ? std::optional(found.front()->id) : std::nullopt;
    }
    return {};
}

std::pair<std::string, DecidedWords> words_of_mention(const Database& database, std::int64_t mention) {
    Rows rows = database.rows("SELECT d.key, m.key, v.sha256, m.trigger_begin, m.trigger_end, v.text, m.quote FROM mention m"
                              " JOIN document_version v ON v.id = m.version JOIN document d ON d.id = v.document WHERE m.id = ?", mention);
    rows.next();
    DecidedWords words{rows.text(1), rows.text(2), {static_cast<std::uint32_t>(rows.integer(3)), static_cast<std::uint32_t>(rows.integer(4))}, {}, rows.text(6)};
    words.context = context_of(rows.text(5), words.trigger);
    return {rows.text(0), std::move(words)};
}

}  // namespace annals
