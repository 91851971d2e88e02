// Mentions of a document's current version: rows, keys, terms.
#include "core/store/writing.h"

#include "core/events/likeness.h"
#include "core/store/given.h"
#include "core/store/look.h"
#include "core/store/remembered.h"
#include "core/store/stored_date.h"
#include "core/store/term_index.h"
#include "core/store/topics.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace annals {
namespace {

/// Document key + normalised sentence + trigger lemma + nth occurrence, hashed to 128 bits.
std::vector<std::string> mention_keys(const std::string& document, const ReadDocument& read) {
    std::vector<std::string> keys;
    std::map<std::string, int> occurrences;
    std::string quote;  // of the mention before, which is often of the same sentence
    Span folded;
    for (const Mention& mention : read.mentions) {
        if (std::exchange(folded, mention.quote) != mention.quote) quote = fold(words(read.document.text, mention.quote));
        const std::string said = quote + '\n' + mention.trigger_lemma;
        const int nth = ++occurrences[said];
        keys.push_back(sha256(document + '\n' + said + '\n' + std::to_string(nth)).substr(0, 32));
    }
    return keys;
}

struct OldMention {
    std::int64_t id = 0;
    std::optional<std::int64_t> range, event;
    std::string grouped_by;  // what clustering sees of it
};

std::string grouped_by(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (std::string_view part : parts) text.append(part).append("\x1f");
    return text;
}

std::map<std::string, OldMention> old_mentions(const Database& database, std::int64_t version) {
    std::map<std::string, OldMention> result;
    Rows rows = database.rows(
        "SELECT m.key, m.id, m.range, em.event, m.edtf, m.shape, m.kind, m.modality, m.trigger_lemma, m.terms,"
        " m.names, m.related, m.recurs, m.happenings, m.once, m.day_sentences, m.wording, (SELECT min(n.of <> '') FROM mention_number n WHERE n.mention = "
        "m.id) FROM mention m LEFT JOIN event_mention em ON em.mention = m.id WHERE m.version = ? AND NOT m.given",
        version);
    while (rows.next())
        result[rows.text(0)] = {
            rows.integer(1), rows.optional<std::int64_t>(2), rows.optional<std::int64_t>(3),
            grouped_by({rows.text(4), rows.text(5), rows.text(6), rows.text(7), rows.text(8), rows.text(9), rows.text(10), rows.text(11),
                        rows.text(12), rows.text(13), rows.text(14), rows.text(15), rows.text(16), rows.text(17)})};
    return result;
}

/// Only for a known one: an upsert keeps a journal of its own, which costs ten times the row.
const std::string replace_known =
    " ON CONFLICT (id) DO UPDATE SET time_expression = excluded.time_expression, range = excluded.range, edtf = excluded.edtf,"
    " shape = excluded.shape, precision = excluded.precision, utc_offset = excluded.utc_offset, open_start = excluded.open_start,"
    " open_end = excluded.open_end, date_role = excluded.date_role, kind = excluded.kind, modality = excluded.modality,"
    " attributed_to = excluded.attributed_to, confidence = excluded.confidence, page = excluded.page, quote_begin = excluded.quote_begin,"
    " quote_end = excluded.quote_end, quote_begin_point = excluded.quote_begin_point, quote_end_point = excluded.quote_end_point,"
    " trigger_begin = excluded.trigger_begin, trigger_end = excluded.trigger_end, trigger_lemma = excluded.trigger_lemma,"
    " headline = excluded.headline, quote = excluded.quote, terms = excluded.terms, names = excluded.names, related = excluded.related,"
    " recurs = excluded.recurs, happenings = excluded.happenings, once = excluded.once, day_sentences = excluded.day_sentences,"
    " wording = excluded.wording";

/// Triggers and happenings of events on two different days: what happens again and again.
std::set<std::string> recurring(const std::vector<Mention>& mentions) {
    std::map<std::string, Day> days;
    std::set<std::string> again;
    for (const Mention& mention : mentions) {
        if (!founds_event(mention) || !mention.date.start_min || mention.date.start_min != mention.date.end_max) continue;
        const auto tell = [&](const std::string& word) {
            if (days.emplace(word, *mention.date.start_min).first->second != *mention.date.start_min) again.insert(word);
        };
        tell(mention.trigger_lemma);
        if (!mention.once)
            for (const std::string& happening : mention.happenings)
                if (!is_mark_of_happening(happening)) tell(happening);
    }
    return again;
}

/// How many sentences tell of the same days, what was said left out.
std::map<std::pair<Day, Day>, int> sentences_of_days(const std::vector<Mention>& mentions) {
    std::map<std::pair<Day, Day>, std::set<std::uint32_t>> sentences;
    for (const Mention& mention : mentions)
        if (founds_event(mention) && mention.kind != EventKind::statement && mention.date.start_min && mention.date.end_max)
            sentences[{*mention.date.start_min, *last_day_compared(mention)}].insert(mention.quote.begin);
    std::map<std::pair<Day, Day>, int> counts;
    for (const auto& [days, begins] : sentences) counts[days] = static_cast<int>(std::min<std::size_t>(begins.size(), most_day_sentences));
    return counts;
}

/// One row for the dating words that several mentions share.
class TimeExpressions {
public:
    TimeExpressions(const Database& database, std::int64_t version) : database_(database), version_(version) {}
    std::optional<std::int64_t> store(const Evidence& e) {
        if (e.words.empty() && e.rule.empty()) return {};
        const std::string alternatives = join_lines(e.alternatives);
        const auto [known, added] = ids_.try_emplace(std::tuple(e.span.begin, e.span.end, e.rule, e.anchor, alternatives));
        if (!added) return known->second;
        database_.run("INSERT INTO time_expression (version, begin_byte, end_byte, words, rule, anchor, alternatives) VALUES (?, ?, ?, ?, ?, ?, ?)",
                      version_, e.span.begin, e.span.end, e.words, e.rule, e.anchor, alternatives);
        return known->second = database_.last_id();
    }

private:
    const Database& database_;
    std::int64_t version_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::string, std::string, std::string>, std::int64_t> ids_;
};

}  // namespace

MentionChanges store_mentions(const Database& database, std::optional<std::int64_t> old_version, std::int64_t version, const ReadDocument& read,
                              Remembered& remembered) {
    MentionChanges changes;
    changes.document = &read.document;
    TermIndex& index = remembered.index;
    const std::string document = document_key(read.document);
    const std::string& text = read.document.text;
    const std::vector<std::string> keys = mention_keys(document, read);
    const CodePointOffsets offsets(text);
    std::map<std::string, OldMention> old;
    if (old_version) {
        old = old_mentions(database, *old_version);
        // The rows move to the new version first, so that the old one's time expressions can go.
        database.run("UPDATE mention SET version = ?, time_expression = NULL WHERE version = ? AND NOT given", version, *old_version);
        carry_given(database, *old_version, version, text, changes, index);
        database.run("DELETE FROM time_expression WHERE version = ? AND id NOT IN"
                     " (SELECT time_expression FROM mention WHERE given AND time_expression IS NOT NULL AND version = ?)", *old_version, version);
    }
    const DocumentTopic topic = topic_of(read.mentions, read.document.title, read.document.publisher, text);
    const bool other_topic = old_version && *remembered.topics.of(*old_version) != topic;
    const std::set<std::string> again = recurring(read.mentions);
    const std::map<std::pair<Day, Day>, int> sentences = sentences_of_days(read.mentions);
    TimeExpressions expressions(database, version);
    std::vector<std::pair<std::string_view, std::string>> looks;  // by their keys
    using Bound = std::optional<Day>;
    std::map<std::tuple<Bound, Bound, Bound, Bound, std::optional<int>, bool>, std::optional<std::int64_t>> ranges;  // looked for once
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const Mention& m = read.mentions[i];
        const Date& d = m.date;
        const auto [range_known, range_added] = ranges.try_emplace({d.start_min, d.start_max, d.end_min, d.end_max, d.minute, d.dated()});
        if (range_added) range_known->second = range_of(database, d);
        const std::optional<std::int64_t> range = range_known->second;
        const Shape shape = range ? m.date.shape : Shape::undated;
        const std::string terms = join_lines(m.terms), names = join_lines(m.names), related = join_lines(m.related),
                          happenings = join_lines(m.happenings);
        const bool recurs = again.contains(m.trigger_lemma) ||
                            (!m.once && std::any_of(m.happenings.begin(), m.happenings.end(), [&](const std::string& one) { return again.contains(one); }));
        int day_sentences = 0;
        if (m.date.start_min && m.date.end_max)
            if (const auto found = sentences.find({*m.date.start_min, *last_day_compared(m)}); found != sentences.end()) day_sentences = found->second;
        const auto known = old.find(keys[i]);
        std::int64_t id = 0;
        bool grouped_anew = true;
        if (known != old.end()) {
            const OldMention& before = known->second;
            id = before.id;
            const std::string counts = m.numbers.empty() ? "" : counts_something(m.numbers) ? "1" : "0";
            grouped_anew = other_topic || before.range != range ||
                           before.grouped_by !=
                               grouped_by({m.date.edtf, to_string(shape), to_string(m.kind), to_string(m.modality), m.trigger_lemma, terms,
                                           names, related, recurs ? "1" : "0", happenings, m.once ? "1" : "0", std::to_string(day_sentences), m.wording, counts});
            if (grouped_anew) index.remove(before.id);
            if (before.event) (grouped_anew ? changes.events : changes.touched).insert(*before.event);
            database.run("DELETE FROM mention_number WHERE mention = ?", id);
        }
        database.run(
            std::string("INSERT INTO mention (id, version, key, time_expression, range, edtf, shape, precision, utc_offset, open_start, "
                        "open_end, date_role, kind,"
                        " modality, attributed_to, confidence, page, quote_begin, quote_end, quote_begin_point, quote_end_point, "
                        "trigger_begin, trigger_end,"
                        " trigger_lemma, headline, quote, terms, names, related, recurs, happenings, once, day_sentences, wording)"
                        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)") +
                (id ? replace_known : std::string()),
            id ? std::optional(id) : std::nullopt, version, keys[i], expressions.store(m.evidence), range, m.date.edtf, to_string(shape),
            to_string(m.date.precision), m.date.utc_offset, m.date.open_start, m.date.open_end, to_string(m.role), to_string(m.kind),
            to_string(m.modality), m.attributed_to, m.confidence, page_of(read.document, m.quote.begin), m.quote.begin, m.quote.end,
            offsets.of_byte(m.quote.begin), offsets.of_byte(m.quote.end), m.trigger.begin, m.trigger.end, m.trigger_lemma, m.headline,
            words(text, m.quote), terms, names, related, recurs, happenings, m.once, day_sentences, m.wording);
        if (!id) {
            id = database.last_id();
            changes.read.push_back({id, range, &m, recurs, day_sentences});
            if (!old_version && range && founds_event(m)) {
                Look look;
                look.mention = id;
                look.first = d.start_min, look.last = last_day_compared(m);
                look.minute = d.minute, look.utc_offset = d.utc_offset;
                look.kind = m.kind;
                look.recurs = recurs, look.once = m.once, look.day_sentences = day_sentences;
                if (!m.numbers.empty()) look.counts = counts_something(m.numbers);
                look.quote = m.quote, look.trigger = m.trigger;
                look.trigger_lemma = m.trigger_lemma, look.terms = terms, look.names = names, look.related = related, look.happenings = happenings;
                append_look(looks.emplace_back(keys[i], std::string()).second, look);
            }
        }
        for (std::size_t n = 0; n < m.numbers.size(); ++n)
            database.run("INSERT INTO mention_number (mention, position, value, text, of) VALUES (?, ?, ?, ?, ?)", id, n, m.numbers[n].value,
                         m.numbers[n].text, m.numbers[n].of);
        if (grouped_anew) {
            changes.mentions.insert(id);
            if (range && founds_event(m)) index.add(posting(id, version), m);
        } else if (range && founds_event(m) && version != old_version) {
            index.move(posting(id, version));
        }
        if (known != old.end()) old.erase(known);
    }
    for (const auto& [key, gone] : old) {
        index.remove(gone.id);
        if (gone.event) changes.events.insert(*gone.event);
        database.run("DELETE FROM mention WHERE id = ?", gone.id);
    }
    std::sort(looks.begin(), looks.end());
    std::string all_looks;
    for (const auto& [key, look] : looks) all_looks += look;
    remembered.topics.store(old_version, version, topic, old_version ? looks_of(database, version) : std::move(all_looks));
    if (!old_version)
        for (std::size_t i = 0; i < keys.size(); ++i) remembered.items.keep_new(changes.read[i], version, keys[i]);
    return changes;
}

}  // namespace annals
