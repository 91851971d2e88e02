#include "core/store/decisions.h"

#include "core/store/places.h"
#include "core/store/stored_date.h"

#include <algorithm>

namespace annals {

Decision read_decision(const Rows& rows) {
    return {rows.integer(0), rows.text(1), rows.text(2), rows.text(3), rows.text(4), rows.text(5), rows.text(6)};
}

MentionChanges moved_by(const Database& database, std::int64_t decision) {
    MentionChanges changes;
    Rows rows = database.rows("SELECT p.mention, em.event FROM decision_place p JOIN event_mention em ON em.mention = p.mention WHERE p.decision = ?", decision);
    while (rows.next()) {
        changes.mentions.insert(rows.integer(0));
        changes.events.insert(rows.integer(1));
    }
    return changes;
}


std::vector<std::int64_t> DecidedGroups::with(std::int64_t mention) const {
    std::vector<std::int64_t> others;
    const auto own = together.find(mention);
    if (own == together.end()) return others;
    for (const auto& [other, number] : together)
        if (number == own->second && other != mention) others.push_back(other);
    return others;
}

DecidedGroups decided_groups(const Database& database) {
    DecidedGroups groups;
    std::map<std::int64_t, std::vector<std::int64_t>> merges;  // in the order of the journal
    Rows rows = database.rows("SELECT d.id, d.verb, p.mention FROM decision d JOIN decision_place p ON p.decision = d.id"
                              " WHERE d.verb IN ('merge', 'split') AND d.undone_by IS NULL ORDER BY d.id, p.position");
    while (rows.next()) {
        const std::int64_t decision = rows.integer(0), mention = rows.integer(2);
        if (rows.text(1) == "split") {
            groups.together.erase(mention);
            groups.alone.insert(mention);
            continue;
        }
        const auto [known, added] = groups.together.emplace(mention, decision);
        if (!added && known->second != decision) {
            const std::int64_t old = known->second;
            for (auto& [other, number] : groups.together)
                if (number == old) number = decision;
        }
    }
    return groups;
}

bool has_decisions(const Database& database, std::int64_t seq) {
    return database.integer("SELECT p.decision FROM event_mention em JOIN decision_place p ON p.mention = em.mention WHERE em.event = ?"
                            " AND EXISTS (SELECT 1 FROM decision_place) LIMIT 1", seq).has_value();
}

DecidedEvent decided_event(const Database& database, std::int64_t seq) {
    DecidedEvent decided;
    if (!has_decisions(database, seq)) return decided;  // nearly always: spares the sorting
    Rows rows = database.rows("SELECT DISTINCT d.id, d.verb, d.value FROM event_mention em JOIN decision_place p ON p.mention = em.mention"
                              " JOIN decision d ON d.id = p.decision WHERE em.event = ? AND d.undone_by IS NULL AND d.verb IN ('hide', 'fix') ORDER BY d.id", seq);
    while (rows.next()) {
        if (rows.text(1) == "hide") decided.hidden = true;
        else
            for (const std::string& line : split_lines(rows.text(2))) {
                const std::size_t space = line.find(' ');
                const std::string name = line.substr(0, space), value = line.substr(space + 1);
                (name == "date" ? decided.date : name == "headline" ? decided.headline : decided.kind) = value;
            }
    }
    return decided;
}

bool place_decisions(const Database& database, const std::string& document, MentionChanges& changes) {
    struct Place {
        std::int64_t decision = 0, position = 0;
        std::optional<std::int64_t> before;
        DecidedWords words;
    };
    std::vector<Place> places;
    {
        Rows rows = database.rows("SELECT m.decision, m.position, p.mention, m.mention, m.sha256, m.trigger_begin, m.trigger_end, m.context, m.quote"
                                  " FROM decision_mention m LEFT JOIN decision_place p ON p.decision = m.decision AND p.position = m.position"
                                  " WHERE m.document = ?", document);
        while (rows.next())
            places.push_back({rows.integer(0), rows.integer(1), rows.optional<std::int64_t>(2),
                              {rows.text(3), rows.text(4), {static_cast<std::uint32_t>(rows.integer(5)), static_cast<std::uint32_t>(rows.integer(6))},
                               rows.text(7), rows.text(8)}});
    }
    if (places.empty()) return false;
    const MentionsOfText now = mentions_of_text(database, document);
    for (const Place& place : places) {
        const std::optional<std::int64_t> mention = find_place(place.words, now);
        if (mention == place.before) continue;
        database.run("DELETE FROM decision_place WHERE decision = ? AND position = ?", place.decision, place.position);
        if (mention)
            database.run("INSERT INTO decision_place (decision, position, mention) VALUES (?, ?, ?)", place.decision, place.position, *mention);
        const MentionChanges moved = moved_by(database, place.decision);
        changes.mentions.insert(moved.mentions.begin(), moved.mentions.end());
        changes.events.insert(moved.events.begin(), moved.events.end());
    }
    return true;
}

std::vector<std::string> decisions_about(const Database& database, std::int64_t seq) {
    std::vector<std::string> result;
    Rows rows = database.rows("SELECT DISTINCT d.id, d.verb, d.value, d.why, d.undone_by IS NOT NULL FROM event_mention em"
                              " JOIN decision_place p ON p.mention = em.mention JOIN decision d ON d.id = p.decision WHERE em.event = ? ORDER BY d.id DESC", seq);
    while (rows.next()) {
        std::string text = rows.text(1), value = rows.text(2);
        std::replace(value.begin(), value.end(), '\n', ' ');
        if (!value.empty()) text += " " + value;
        if (const std::string why = rows.text(3); !why.empty()) text += ": " + why;
        result.push_back(text + (rows.integer(4) ? " (undone)" : ""));
    }
    return result;
}

std::vector<Decision> orphaned_decisions(const Database& database) {
    std::vector<Decision> result;
    Rows rows = database.rows("SELECT d.id, d.verb, ifnull(d.event, ''), d.value, d.why, m.document, m.quote FROM decision_mention m"
                              " JOIN decision d ON d.id = m.decision LEFT JOIN decision_place p ON p.decision = m.decision AND p.position = m.position"
                              " WHERE p.mention IS NULL AND d.undone_by IS NULL ORDER BY d.id, m.position");
    while (rows.next()) result.push_back(read_decision(rows));
    return result;
}

}  // namespace annals
