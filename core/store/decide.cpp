// What people decide, as rows of the journal with what follows from them.
#include "core/store/decisions.h"
#include "core/store/places.h"
#include "core/store/reading.h"
#include "core/store/remembered.h"
#include "core/store/stored_date.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace annals {
namespace {

void decide(const Database& database, const std::string& verb, const std::string& event, const std::string& value, const std::string& why,
            const std::vector<std::int64_t>& mentions) {
    Transaction transaction(database);
    database.run("INSERT INTO decision (verb, event, value, why) VALUES (?, ?, ?, ?)", verb, event, value, why);
    const std::int64_t decision = database.last_id();
    for (std::size_t position = 0; position < mentions.size(); ++position) {
        const auto [document, words] = words_of_mention(database, mentions[position]);
        database.run("INSERT INTO decision_mention (decision, position, document, mention, sha256, trigger_begin, trigger_end, context, quote)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", decision, position, document, words.key, words.sha256, words.trigger.begin, words.trigger.end,
                     words.context, words.quote);
        database.run("INSERT INTO decision_place (decision, position, mention) VALUES (?, ?, ?)", decision, position, mentions[position]);
    }
    PendingEvents pending(database);
    Remembered remembered(database);
    regroup(database, moved_by(database, decision), pending, remembered);
    pending.write();
    transaction.commit();
}

std::int64_t seq_of(const Database& database, const std::string& id) {
    if (const auto seq = database.integer("SELECT seq FROM event WHERE id = ?", id)) return *seq;
    throw StoreError("no event has the id " + id);
}

std::int64_t primary_of(const Database& database, std::int64_t seq) {
    return *database.integer("SELECT primary_mention FROM event WHERE seq = ?", seq);
}

std::string event_of(const Database& database, std::int64_t mention) {
    Rows rows = database.rows("SELECT e.id FROM event_mention em JOIN event e ON e.seq = em.event WHERE em.mention = ?", mention);
    return rows.next() ? rows.text(0) : std::string();
}

}  // namespace

std::string merge(const Database& database, const std::vector<std::string>& ids) {
    std::vector<std::int64_t> mentions;
    for (const std::string& id : ids) {
        const std::int64_t mention = primary_of(database, seq_of(database, id));
        if (std::find(mentions.begin(), mentions.end(), mention) == mentions.end()) mentions.push_back(mention);
    }
    if (mentions.size() < 2) throw StoreError("these ids lead to one event already");
    decide(database, "merge", ids.front(), join_lines(ids), {}, mentions);
    return event_of(database, mentions.front());
}

std::string split(const Database& database, const std::string& id, const std::string& quote) {
    const std::string wanted = fold(quote);
    std::vector<std::int64_t> found;
    int sources = 0;
    {
        Rows rows = database.rows("SELECT m.id, m.quote FROM event_mention em JOIN mention m ON m.id = em.mention WHERE em.event = ?", seq_of(database, id));
        for (; rows.next(); ++sources)
            if (fold(rows.text(1)).find(wanted) != std::string::npos) found.push_back(rows.integer(0));
    }
    if (sources < 2) throw StoreError(id + " has one source only: there is nothing to split");
    if (found.empty()) throw StoreError("no source of " + id + " says \"" + quote + "\": `annals why " + id + "` shows what they say");
    if (found.size() > 1) throw StoreError(std::to_string(found.size()) + " sources of " + id + " say \"" + quote + "\": give more of the quote");
    decide(database, "split", id, quote, {}, found);
    return event_of(database, found.front());
}

void hide(const Database& database, const std::string& id, const std::string& why) {
    decide(database, "hide", id, {}, why, {primary_of(database, seq_of(database, id))});
}

void fix(const Database& database, const std::string& id, const EventFix& fix) {
    std::vector<std::string> lines;
    for (const auto& [name, value] : {std::pair("date ", fix.date), std::pair("headline ", fix.headline), std::pair("kind ", fix.kind)})
        if (!value.empty()) lines.push_back(name + value);
    decide(database, "fix", id, join_lines(lines), {}, {primary_of(database, seq_of(database, id))});
}

std::optional<Decision> undo_last(const Database& database) {
    Transaction transaction(database);
    Decision last;
    {
        Rows rows = database.rows("SELECT id, verb, ifnull(event, ''), value, why, ifnull(document, ''), '' FROM decision"
                                  " WHERE verb <> 'undo' AND undone_by IS NULL ORDER BY id DESC LIMIT 1");
        if (!rows.next()) return {};
        last = read_decision(rows);
    }
    const MentionChanges changes = moved_by(database, last.id);
    database.run("INSERT INTO decision (verb, value) VALUES ('undo', ?)", std::to_string(last.id));
    database.run("UPDATE decision SET undone_by = ? WHERE id = ?", database.last_id(), last.id);
    PendingEvents pending(database);
    Remembered remembered(database);
    regroup(database, changes, pending, remembered);
    pending.write();
    transaction.commit();
    return last;
}

}  // namespace annals
