// EventQuery as SQL: which events, in the total order (DESIGN section 3).
#include "core/store/reading.h"

#include <limits>
#include <variant>

namespace annals {
namespace {

/// Numbered parameters of a statement, bound in the order in which they were named.
class Parameters {
public:
    std::string name(std::int64_t value) { return add(value); }
    std::string name(std::string value) { return add(std::move(value)); }
    void bind(Rows& rows) const {
        for (std::size_t i = 0; i < values_.size(); ++i)
            std::visit([&](const auto& value) { rows.bind(static_cast<int>(i) + 1, value); }, values_[i]);
    }

private:
    std::string add(std::variant<std::int64_t, std::string> value) {
        values_.push_back(std::move(value));
        return "?" + std::to_string(values_.size());
    }
    std::vector<std::variant<std::int64_t, std::string>> values_;
};

/// Where the page before ended.
struct Position {
    std::optional<std::int64_t> rank;  // none in the undated lane
    std::string document, id;
    std::int64_t place = 0;
};

std::optional<Position> position_of(const Database& database, const std::string& after) {
    if (after.empty()) return {};
    const std::vector<std::string> ids = ids_with_prefix(database, after, 2);
    if (ids.empty()) throw StoreError("no event has the id " + after);
    if (ids.size() > 1) throw StoreError("more than one event has an id that begins with " + after + "; give more of it");
    Rows rows = database.rows("SELECT r.rank, e.document, e.place, e.id FROM event e LEFT JOIN date_range r ON r.id = e.range WHERE e.id = ?", ids.front());
    rows.next();
    return Position{rows.optional<std::int64_t>(0), rows.text(1), rows.text(3), rows.integer(2)};
}

bool has_window(const EventQuery& query) { return query.from || query.to; }

/// in_window of core/time as a condition on a date_range; never NULL, so that it can be negated.
std::string window(const EventQuery& query, const std::string& range, Parameters& parameters) {
    const bool possible = query.mode == WindowMode::possible;
    const char* by_to = query.mode == WindowMode::certain ? "start_max" : query.mode == WindowMode::within ? "end_max" : "start_min";
    const char* by_from = query.mode == WindowMode::certain ? "end_min" : query.mode == WindowMode::within ? "start_min" : "end_max";
    std::string sql = "1";
    // A bound that nobody gave may lie anywhere: that is possible, never certain.
    if (query.to) sql += " AND ifnull(" + range + "." + by_to + (possible ? ", -9999999)" : ", 9999999)") + " <= " + parameters.name(*query.to);
    if (query.from) sql += " AND ifnull(" + range + "." + by_from + (possible ? ", 9999999)" : ", -9999999)") + " >= " + parameters.name(*query.from);
    return sql;
}

/// User's words as an FTS5 expression: each a string of its own, so that nothing in it is an operator.
std::string match_expression(const std::string& text) {
    std::string expression, word;
    const auto end_word = [&] {
        if (!word.empty()) expression += (expression.empty() ? "\"" : " \"") + word + "\"";
        word.clear();
    };
    for (char c : text) {
        if (static_cast<unsigned char>(c) <= ' ') end_word();
        else word += c == '"' ? std::string("\"\"") : std::string(1, c);
    }
    end_word();
    return expression;
}

/// The conditions that look at the event itself; empty when there are none beyond `verified`.
std::string event_conditions(const EventQuery& query, Parameters& parameters) {
    std::string sql;
    if (!query.kinds.empty()) {
        std::string kinds;
        for (EventKind kind : query.kinds) (kinds += kinds.empty() ? "'" : ", '").append(to_string(kind)).append("'");
        sql += " AND e.kind IN (" + kinds + ")";
    }
    if (query.min_sources > 1) sql += " AND e.independent >= " + parameters.name(query.min_sources);
    if (const std::string words = match_expression(query.text); !words.empty())
        sql += " AND e.seq IN (SELECT rowid FROM event_words WHERE event_words MATCH " + parameters.name(words) + ")";
    if (!query.publishers.empty()) {
        std::string names;
        for (const std::string& publisher : query.publishers) names += (names.empty() ? "" : ", ") + parameters.name(publisher);
        sql += " AND e.seq IN (SELECT em.event FROM document d CROSS JOIN mention m ON m.version = d.version"
               " CROSS JOIN event_mention em ON em.mention = m.id WHERE d.publisher IN (" + names + "))";
    }
    return sql;
}

std::string verified(const EventQuery& query) { return query.unverified ? " AND NOT e.hidden" : " AND e.verified"; }

/// Events found by a claimed date that is not the displayed one. They are few: collected first, then looked at.
std::string by_other_date(const EventQuery& query, Parameters& parameters) {
    return "e.seq IN (SELECT o.event FROM date_range x CROSS JOIN event_date o ON o.range = x.id WHERE " + window(query, "x", parameters) +
           ") AND NOT (" + window(query, "r", parameters) + ")";
}

/// Dated events: (columns) of those displayed in the window, and of those that another claimed date puts there.
std::string dated_events(const EventQuery& query, const std::string& columns, const std::string& condition, Parameters& parameters) {
    std::string sql = "SELECT " + columns + " FROM date_range r CROSS JOIN event e ON e.range = r.id WHERE " + window(query, "r", parameters) + condition;
    if (has_window(query))
        sql += " UNION ALL SELECT " + columns + " FROM event e CROSS JOIN date_range r ON r.id = e.range WHERE " + by_other_date(query, parameters) + condition;
    return sql;
}

Rows start(const Database& database, const std::string& sql, const Parameters& parameters) {
    Rows rows = database.rows(sql);
    parameters.bind(rows);
    return rows;
}

std::int64_t first_integer(const Database& database, const std::string& sql, const Parameters& parameters) {
    Rows rows = start(database, sql, parameters);
    return rows.next() ? rows.integer(0) : 0;
}

}  // namespace

void find_events(const Database& database, const EventQuery& query, const std::function<bool(std::int64_t)>& sink) {
    const std::optional<Position> after = position_of(database, query.after);
    std::int64_t left = query.limit.value_or(std::numeric_limits<std::int64_t>::max());
    const auto walk = [&](const std::string& sql, const Parameters& parameters) {
        Rows rows = start(database, sql, parameters);
        while (rows.next()) {
            --left;
            if (!sink(rows.integer(0))) left = 0;
            if (left <= 0) return;
        }
    };
    const auto behind = [&](Parameters& parameters) {
        return "(e.document, e.place, e.id) > (" + parameters.name(after->document) + ", " + parameters.name(after->place) + ", " + parameters.name(after->id) + ")";
    };
    if (left > 0 && query.undated != UndatedLane::only && (!after || after->rank)) {
        Parameters parameters;
        std::string condition = verified(query) + event_conditions(query, parameters);
        if (after) {
            const std::string rank = parameters.name(*after->rank);
            condition += " AND r.rank >= " + rank + " AND (r.rank > " + rank + " OR " + behind(parameters) + ")";
        }
        const std::string sql = dated_events(query, "e.seq, r.rank AS rank, e.document AS document, e.place AS place, e.id AS id", condition, parameters);
        walk(sql + " ORDER BY rank, document, place, id LIMIT " + parameters.name(left), parameters);
    }
    if (left > 0 && query.undated != UndatedLane::without) {
        Parameters parameters;
        std::string sql = "SELECT e.seq FROM event e WHERE e.range IS NULL" + verified(query) + event_conditions(query, parameters);
        if (after && !after->rank) sql += " AND " + behind(parameters);
        walk(sql + " ORDER BY e.document, e.place, e.id LIMIT " + parameters.name(left), parameters);
    }
}

void find_event_rows(const Database& database, const EventQuery& query, const std::function<bool(const Event&)>& sink) {
    Parameters none;
    const bool everything = !has_window(query) && !query.limit && query.after.empty() && event_conditions(query, none).empty();
    if (!everything) {
        const std::string sql = event_rows_sql(" WHERE e.seq = ?");
        return find_events(database, query, [&](std::int64_t seq) {
            Rows rows = database.rows(sql, seq);
            return rows.next() && sink(read_event_row(rows));
        });
    }
    // Everything is read in the order in which it is stored, and sorted: in the order of dates each row would cost pages of four tables.
    const auto walk = [&](const std::string& condition) {
        Rows rows = database.rows(event_rows_sql(condition));
        while (rows.next())
            if (!sink(read_event_row(rows))) return false;
        return true;
    };
    if (query.undated != UndatedLane::only && !walk(" WHERE +e.range IS NOT NULL" + verified(query) + " ORDER BY r.rank, e.document, e.place, e.id")) return;
    if (query.undated != UndatedLane::without) walk(" WHERE e.range IS NULL" + verified(query) + " ORDER BY e.document, e.place, e.id");
}

void find_conflicts(const Database& database, const std::function<bool(std::int64_t)>& sink) {
    Rows rows = database.rows("SELECT e.seq FROM event e LEFT JOIN date_range r ON r.id = e.range WHERE e.verified AND e.mentions > 1 AND (e.conflicts > 0 OR EXISTS ("
                              "SELECT 1 FROM event_mention em JOIN mention_number n ON n.mention = em.mention WHERE em.event = e.seq AND n.of <> ''"
                              " GROUP BY lower(n.of) HAVING count(DISTINCT n.value) > 1 AND count(DISTINCT n.mention) > 1))"
                              " ORDER BY r.rank IS NULL, r.rank, e.document, e.place, e.id");
    while (rows.next() && sink(rows.integer(0))) {}
}

std::int64_t count_events(const Database& database, const EventQuery& query) {
    std::int64_t count = 0;
    if (query.undated != UndatedLane::only)
        for (const auto& [day, events] : events_by_day(database, query)) count += events;
    if (query.undated != UndatedLane::without) {
        Parameters parameters;
        const std::string sql = "SELECT count(*) FROM event e WHERE e.range IS NULL" + verified(query) + event_conditions(query, parameters);
        count += first_integer(database, sql, parameters);
    }
    return count;
}

std::vector<std::pair<Day, std::int64_t>> events_by_day(const Database& database, const EventQuery& query) {
    Parameters parameters;
    const std::string day = "ifnull(r.start_min, r.end_max)";
    const std::string conditions = event_conditions(query, parameters);
    std::string sql;
    if (conditions.empty() && !query.unverified) {
        // Nothing is asked of the events themselves: the range index knows how many there are.
        sql = "SELECT " + day + " AS day, r.events AS events FROM date_range r WHERE " + window(query, "r", parameters);
        if (has_window(query))
            sql += " UNION ALL SELECT " + day + ", 1 FROM event e CROSS JOIN date_range r ON r.id = e.range WHERE e.verified AND " + by_other_date(query, parameters);
    } else {
        sql = dated_events(query, day + " AS day, 1 AS events", verified(query) + conditions, parameters);
    }
    std::vector<std::pair<Day, std::int64_t>> result;
    Rows rows = start(database, "SELECT day, sum(events) FROM (" + sql + ") GROUP BY day HAVING sum(events) > 0 ORDER BY day", parameters);
    while (rows.next()) result.emplace_back(static_cast<Day>(rows.integer(0)), rows.integer(1));
    return result;
}

}  // namespace annals
