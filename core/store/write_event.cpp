// An event's row is derived: always written whole from its mentions.
#include "core/store/writing.h"

#include "core/events/cluster.h"
#include "core/events/near_copy.h"
#include "core/store/decisions.h"
#include "core/store/stored_date.h"
#include "core/store/voice.h"

#include <algorithm>
#include <utility>

namespace annals {
namespace {

/// An event of so many sources keeps their voices. Those of fewer are read as fast as they would be written.
constexpr std::size_t fewest_kept = 5;

/// A mention of an event, as it is stored there.
struct Source {
    std::int64_t mention = 0;
    SourceRole role = SourceRole::duplicate;
    std::optional<std::string> kept;  // its voice, when it lies beside it
    StoredVoice told;
};

/// What an event's mentions say together.
struct Told {
    std::vector<Source> sources;
    std::vector<Voice> voices;  // theirs
    bool verified = false;
    DisplayChoice choice;
};

Told read_told(const Database& database, std::int64_t seq, PendingEvents& pending) {
    Told told;
    {
        Rows rows = database.rows("SELECT mention, role, voice FROM event_mention WHERE event = ? ORDER BY mention", seq);
        while (rows.next()) {
            Source& source = told.sources.emplace_back();
            source.mention = rows.integer(0);
            source.role = parse_name(rows.view(1), SourceRole::duplicate);
            if (!rows.null(2)) source.kept = rows.text(2);
        }
    }
    if (told.sources.empty()) return told;
    std::vector<CopyText> texts;
    for (Source& source : told.sources) {
        source.told = source.kept ? read_voice(*source.kept) : pending.voice_of(source.mention);
        told.voices.push_back(source.told.voice);
        told.verified = told.verified || source.told.verified;
        texts.push_back({source.told.hash, source.told.sketch});
    }
    const std::vector<std::size_t> groups = copy_groups(texts);
    for (std::size_t i = 0; i < groups.size(); ++i) told.voices[i].text = groups[i];
    mark_duplicates(told.voices);
    told.choice = choose_display(told.voices);
    told.voices[told.choice.voice].role = SourceRole::primary;
    return told;
}

/// The roles that are others now, and voices beside others; every distinct claimed date is indexed, the displayed one by the event itself.
void write_sources(const Database& database, std::int64_t seq, const Told& told, std::optional<std::int64_t> shown, bool known) {
    const bool keeps = told.sources.size() >= fewest_kept;
    std::vector<std::optional<std::int64_t>> ranges;
    for (std::size_t i = 0; i < told.sources.size(); ++i) {
        const Source& source = told.sources[i];
        const std::string_view role = to_string(told.voices[i].role);
        if (keeps && !source.kept)
            database.run("UPDATE event_mention SET role = ?, voice = ? WHERE event = ? AND mention = ?", role, voice_text(source.told), seq, source.mention);
        else if (told.voices[i].role != source.role)
            database.run("UPDATE event_mention SET role = ? WHERE event = ? AND mention = ?", role, seq, source.mention);
        ranges.push_back(source.told.range);
    }
    if (known) database.run("DELETE FROM event_date WHERE event = ?", seq);
    std::sort(ranges.begin(), ranges.end());
    ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
    if (ranges.size() < 2) return;
    for (const auto& other : ranges)
        if (other && other != shown) database.run("INSERT INTO event_date (event, range) VALUES (?, ?)", seq, *other);
}

const std::string insert_event =
    "INSERT INTO event (id, range, document, place, primary_mention, edtf, shape, precision, utc_offset, open_start, open_end, kind, modality,"
    " attributed_to, confidence, conflicts, mentions, independent, verified, hidden, headline, quote, seq)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
const std::string update_event =
    "UPDATE event SET id = ?, range = ?, document = ?, place = ?, primary_mention = ?, edtf = ?, shape = ?, precision = ?, utc_offset = ?, open_start = ?,"
    " open_end = ?, kind = ?, modality = ?, attributed_to = ?, confidence = ?, conflicts = ?, mentions = ?, independent = ?, verified = ?, hidden = ?,"
    " headline = ?, quote = ? WHERE seq = ?";

const std::string voice_sql = "SELECT m.version, m.quote_begin, m.quote_end, m.unverified_because IS NULL, m.kind, m.range, " + date_columns("m", "r") +
                              " FROM mention m LEFT JOIN date_range r ON r.id = m.range WHERE m.id = ?";

/// Before an event leaves its date_range, or goes.
void uncount(const Database& database, std::int64_t seq, PendingEvents& pending) {
    if (const auto range = database.integer("SELECT range FROM event WHERE seq = ? AND verified", seq)) pending.count(*range, -1);
}

}  // namespace

void PendingEvents::before_change(std::int64_t seq) {
    joined_.erase(seq);
    const auto [changed, added] = changed_.try_emplace(seq);
    changed->second.now.reset();
    if (added) changed->second.before = words_of(seq);
}

void PendingEvents::is_new(std::int64_t seq, std::string headline, std::string_view quote) {
    changed_[seq].now = Words{std::move(headline), std::string(quote)};
}

std::optional<PendingEvents::Words> PendingEvents::words_of(std::int64_t seq) const {
    Rows rows = database_.rows("SELECT headline, quote FROM event WHERE seq = ?", seq);
    if (!rows.next()) return {};
    return Words{rows.text(0), rows.text(1)};
}

const PendingEvents::Version& PendingEvents::version(std::int64_t id) {
    const auto [known, added] = versions_.try_emplace(id);
    if (!added) return known->second;
    Rows rows = database_.rows("SELECT d.key, d.publisher, v.sha256, v.published_day, v.sketch FROM document_version v JOIN document d ON d.id = v.document"
                               " WHERE v.id = ?", id);
    if (rows.next()) known->second = {rows.text(0), rows.text(1), rows.text(2), rows.text(4), rows.optional<Day>(3)};
    return known->second;
}

StoredVoice PendingEvents::voice_of(std::int64_t mention) {
    Rows rows = database_.rows(voice_sql, mention);
    StoredVoice told;
    if (!rows.next()) return told;
    const Version& version = this->version(rows.integer(0));
    told.voice.document = version.document;
    told.voice.publisher = version.publisher;
    told.voice.published = version.published;
    told.voice.quote = {static_cast<std::uint32_t>(rows.integer(1)), static_cast<std::uint32_t>(rows.integer(2))};
    told.voice.planned = rows.view(4) == to_string(EventKind::plan);
    told.voice.date = read_date(rows, 6);
    told.range = rows.optional<std::int64_t>(5);
    told.verified = rows.integer(3) != 0;
    told.hash = version.hash;
    told.sketch = version.sketch;
    return told;
}

void PendingEvents::write() {
    for (const std::int64_t seq : std::exchange(joined_, {})) write_joined_event(database_, seq, *this);
    // Each row by itself: a statement of many rows makes FTS5 write all that it has gathered.
    for (auto& [seq, change] : changed_) {
        if (!change.now) change.now = words_of(seq);
        const auto& [before, now] = change;
        if (before == now) continue;
        if (before)
            database_.run("INSERT INTO event_words (event_words, rowid, headline, quote) VALUES ('delete', ?, ?, ?)", seq, before->headline, before->quote);
        if (now) database_.run("INSERT INTO event_words (rowid, headline, quote) VALUES (?, ?, ?)", seq, now->headline, now->quote);
    }
    for (const auto& [range, events] : counts_)
        if (events != 0) database_.run("UPDATE date_range SET events = events + ? WHERE id = ?", events, range);
    forget();
}

void PendingEvents::forget() {
    changed_.clear();
    counts_.clear();
    joined_.clear();
    versions_.clear();
}

void forget_voices(const Database& database, std::int64_t version) {
    database.run("UPDATE event_mention SET voice = NULL WHERE mention IN (SELECT id FROM mention WHERE version = ?) AND voice IS NOT NULL", version);
}

void delete_event(const Database& database, std::int64_t seq, PendingEvents& pending) {
    uncount(database, seq, pending);
    database.run("DELETE FROM event WHERE seq = ?", seq);
}

namespace {

WrittenEvent write_event(const Database& database, std::int64_t seq, const std::string& id, const Told& told, PendingEvents& pending) {
    if (told.voices.empty()) {
        delete_event(database, seq, pending);
        return {};
    }
    const Voice& shown = told.voices[told.choice.voice];
    const std::int64_t primary = told.sources[told.choice.voice].mention;
    std::optional<std::int64_t> range = told.sources[told.choice.voice].told.range;

    std::string known = id;
    if (id.empty()) {
        uncount(database, seq, pending);
        Rows rows = database.rows("SELECT id FROM event WHERE seq = ?", seq);
        if (rows.next()) known = rows.text(0);
    }
    std::string kind, modality, attributed_to, headline, quote;
    std::optional<double> confidence;
    std::int64_t place = 0;
    {
        Rows rows = database.rows("SELECT kind, modality, attributed_to, headline, quote, confidence, max(quote_begin, trigger_begin) FROM mention WHERE id = ?", primary);
        rows.next();
        kind = rows.text(0), modality = rows.text(1), attributed_to = rows.text(2), headline = rows.text(3), quote = rows.text(4);
        if (!rows.null(5)) confidence = rows.real(5);
        place = rows.integer(6);
    }
    Date date = shown.date;
    int conflicts = told.choice.conflicts;
    const DecidedEvent decided = decided_event(database, seq);
    if (!decided.headline.empty()) headline = decided.headline;
    if (!decided.kind.empty()) kind = decided.kind;
    if (const auto fixed = parse_date(decided.date).date) {
        date = *fixed;
        range = range_of(database, date);
        conflicts = count_conflicts(told.voices, date);
    }
    const bool listed = told.verified && !decided.hidden;
    database.run(id.empty() ? update_event : insert_event, known, range, shown.document, place, primary, date.edtf, to_string(date.shape),
                 to_string(date.precision), date.utc_offset, date.open_start, date.open_end, kind, modality, attributed_to, confidence, conflicts,
                 told.voices.size(), independent_sources(told.voices), listed, decided.hidden, headline, quote, seq);
    if (range && listed) pending.count(*range, 1);
    write_sources(database, seq, told, range, id.empty());
    WrittenEvent written{known, {}};
    for (const Source& source : told.sources) written.mentions.push_back(source.mention);
    return written;
}

}  // namespace

WrittenEvent write_event(const Database& database, std::int64_t seq, const std::string& id, PendingEvents& pending) {
    return write_event(database, seq, id, read_told(database, seq, pending), pending);
}

void write_joined_event(const Database& database, std::int64_t seq, PendingEvents& pending) {
    const Told told = read_told(database, seq, pending);
    const Source& shown = told.sources[told.choice.voice];
    const bool as_before = database.integer("SELECT 1 FROM event WHERE seq = ? AND primary_mention = ? AND verified = ?", seq, shown.mention,
                                            told.verified) && !has_decisions(database, seq);
    if (!as_before) {
        pending.before_change(seq);
        write_event(database, seq, {}, told, pending);
        return;
    }
    database.run("UPDATE event SET conflicts = ?, mentions = ?, independent = ? WHERE seq = ?", told.choice.conflicts, told.voices.size(),
                 independent_sources(told.voices), seq);
    write_sources(database, seq, told, shown.told.range, true);
}

void write_new_event(const Database& database, std::int64_t seq, const std::string& id, const std::string& document_key, const Document& document,
                     const NewMention& mention, PendingEvents& pending) {
    const Mention& said = *mention.said;
    const Date& date = said.date;
    // Before its mention, so that no reference waits for it.
    database.run("INSERT INTO event (seq, id, range, document, place, primary_mention, edtf, shape, precision, utc_offset, open_start, open_end, kind, modality,"
                 " attributed_to, confidence, conflicts, mentions, independent, verified, hidden, headline, quote)"
                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 1, 1, 1, 0, ?, ?)",
                 seq, id, mention.range, document_key, std::max(said.quote.begin, said.trigger.begin), mention.id, date.edtf, to_string(mention.range ? date.shape : Shape::undated),
                 to_string(date.precision), date.utc_offset, date.open_start, date.open_end, to_string(said.kind), to_string(said.modality),
                 said.attributed_to, said.confidence, said.headline, words(document.text, said.quote));
    database.run("INSERT INTO event_mention (event, mention, role, reason) VALUES (?, ?, 'primary', '')", seq, mention.id);
    if (mention.range) pending.count(*mention.range, 1);
    pending.is_new(seq, said.headline, words(document.text, said.quote));
}

}  // namespace annals
