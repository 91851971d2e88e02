#include "core/store/topics.h"

#include "core/store/stored_date.h"
#include "core/store/term_index.h"

#include <algorithm>
#include <map>

namespace annals {
namespace {

/// Of a name that very many documents have only the last are looked at; it says little.
constexpr int most_of_a_name = 100;
constexpr std::size_t most_compared = 32, most_alike = 12;

}  // namespace

bool store_topic(const Database& database, std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic) {
    DocumentTopic old;
    if (old_version) {
        old = *Topics(database).of(*old_version);
        if (old == topic && old_version == version) return false;
        for (std::int64_t name : term_numbers(old.names.words()))
            database.run("DELETE FROM document_name WHERE name = ? AND version = ?", name, *old_version);
    }
    database.run("INSERT OR REPLACE INTO document_topic (version, names, words, repeated) VALUES (?, ?, ?, ?)", version,
                 topic.names.lines(), topic.words.lines(), topic.repeated.lines());
    for (std::int64_t name : term_numbers(topic.names.words())) database.run("INSERT INTO document_name (name, version) VALUES (?, ?)", name, version);
    return old != topic;
}

std::shared_ptr<const DocumentTopic> Topics::of(std::int64_t version) {
    if (const auto* known = topics_.find(version)) return *known;
    Rows rows = database_.rows("SELECT names, words, repeated FROM document_topic WHERE version = ?", version);
    if (!rows.next()) return topics_.add(version, std::make_shared<const DocumentTopic>());
    return topics_.add(version, std::make_shared<const DocumentTopic>(
                                    DocumentTopic{WordSet::of_lines(rows.text(0)), WordSet::of_lines(rows.text(1)), WordSet::of_lines(rows.text(2))}));
}

std::vector<std::int64_t> Topics::like(std::int64_t version) {
    std::vector<std::int64_t> alike;
    const std::shared_ptr<const DocumentTopic> own = of(version);
    std::map<std::int64_t, int> shared;
    for (std::int64_t name : term_numbers(own->names.words())) {
        Rows rows = database_.rows("SELECT version FROM document_name WHERE name = ? AND version <> ? ORDER BY version DESC LIMIT ?", name, version,
                                   most_of_a_name);
        while (rows.next()) ++shared[rows.integer(0)];
    }
    std::vector<std::pair<int, std::int64_t>> ranked;
    for (const auto& [other, count] : shared) ranked.emplace_back(-count, other);
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > most_compared) ranked.resize(most_compared);
    for (const auto& [count, other] : ranked)
        if (alike.size() < most_alike && compare_topics(*own, *of(other)).one_thing) alike.push_back(other);
    return alike;
}

}  // namespace annals
