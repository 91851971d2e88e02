#include "core/store/topics.h"

#include "core/store/stored_date.h"
#include "core/store/term_index.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_of_a_name = 100;
constexpr std::size_t most_compared = 32, most_alike = 12;

}  // namespace

void Topics::store(std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic, std::string looks) {
    if (old_version) {
        for (std::int64_t name : term_numbers(of(*old_version)->names.words())) {
            database_.run("DELETE FROM document_name WHERE name = ? AND version = ?", name, *old_version);
            named_.erase(name);
        }
        if (old_version != version) set_looks(*old_version, {});  // its mentions went along
    }
    database_.run("INSERT OR REPLACE INTO document_topic (version, names, words, repeated, looks) VALUES (?, ?, ?, ?, ?)", version, topic.names.lines(),
                  topic.words.lines(), topic.repeated.lines(), looks);
    for (std::int64_t name : term_numbers(topic.names.words())) {
        database_.run("INSERT INTO document_name (name, version) VALUES (?, ?)", name, version);
        std::vector<std::int64_t>* known = named_.find(name);
        if (!known) continue;
        if (known->empty() || known->back() < version) known->push_back(version);
        else named_.erase(name);
    }
    topics_.erase(version);
    keep(version, {std::make_shared<const DocumentTopic>(topic), std::move(looks)});
}

void Topics::set_looks(std::int64_t version, std::string looks) {
    database_.run("UPDATE document_topic SET looks = ? WHERE version = ?", looks, version);
    topics_.erase(version);
}

Topics::Kept& Topics::read(std::int64_t version) {
    if (Kept* known = topics_.find(version)) return *known;
    Rows rows = database_.rows("SELECT names, words, repeated, looks FROM document_topic WHERE version = ?", version);
    if (!rows.next()) return keep(version, {std::make_shared<const DocumentTopic>(), {}});
    const auto set = [&](int column) { return WordSet::of_lines(rows.text(column)); };
    return keep(version, {std::make_shared<const DocumentTopic>(DocumentTopic{set(0), set(1), set(2)}), rows.text(3)});
}

Topics::Kept& Topics::keep(std::int64_t version, Kept kept) {
    const std::size_t weight = kept.looks.size() + 4000;  // that much a topic takes
    return topics_.add(version, std::move(kept), weight);
}

std::vector<std::int64_t>& Topics::named(std::int64_t name) {
    constexpr std::size_t most = most_of_a_name + 1;  // its own among them
    std::vector<std::int64_t>* known = named_.find(name);
    if (!known) {
        std::vector<std::int64_t> versions;
        Rows rows = database_.rows("SELECT version FROM document_name WHERE name = ? ORDER BY version DESC LIMIT ?", name, most);
        while (rows.next()) versions.push_back(rows.integer(0));
        std::reverse(versions.begin(), versions.end());
        known = &named_.add(name, std::move(versions), most / 4);
    }
    if (known->size() > most * 2) known->erase(known->begin(), known->end() - most);
    return *known;
}

std::vector<std::int64_t> Topics::like(std::int64_t version) {
    std::vector<std::int64_t> alike;
    const std::shared_ptr<const DocumentTopic> own = of(version);
    std::vector<std::int64_t> sharing;  // once for each shared name
    for (std::int64_t name : term_numbers(own->names.words())) {
        std::size_t left = most_of_a_name;
        const std::vector<std::int64_t>& versions = named(name);
        for (auto other = versions.rbegin(); other != versions.rend() && left > 0; ++other)
            if (*other != version) {
                sharing.push_back(*other);
                --left;
            }
    }
    std::sort(sharing.begin(), sharing.end());
    std::vector<std::pair<std::ptrdiff_t, std::int64_t>> ranked;
    for (auto next = sharing.begin(); next != sharing.end();) {
        const auto first = next;
        next = std::find_if(first, sharing.end(), [&](std::int64_t other) { return other != *first; });
        ranked.emplace_back(first - next, *first);
    }
    std::sort(ranked.begin(), ranked.end());
    if (ranked.size() > most_compared) ranked.resize(most_compared);
    for (const auto& [count, other] : ranked)
        if (alike.size() < most_alike && compare_topics(*own, *of(other)).one_thing) alike.push_back(other);
    return alike;
}

void Topics::trim() {
    topics_.trim();
    named_.trim();
}

void Topics::forget() {
    topics_.clear();
    named_.clear();
}

}  // namespace annals
