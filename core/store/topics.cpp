#include "core/store/topics.h"

#include "core/store/fields.h"
#include "core/store/term_index.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t most_of_a_name = 100, most_kept = 200;
constexpr std::size_t most_compared = 32, most_linked = 12;
constexpr std::int64_t most_beside = 12;

/// The numbers of a topic's names, each once, in order.
std::vector<std::int64_t> names_of(const DocumentTopic& topic) {
    std::vector<std::int64_t> numbers;
    numbers.reserve(topic.names.size() + topic.beside.size());
    for (const WordSet* names : {&topic.names, &topic.beside})
        names->for_each([&](std::string_view name) {
            if (!is_outlet(name)) numbers.push_back(term_number(name));
        });
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    return numbers;
}

std::vector<std::int64_t> read_numbers(std::string_view lines) {
    std::vector<std::int64_t> numbers;
    while (!lines.empty())
        if (const auto number = take_number<std::int64_t>(lines, '\n')) numbers.push_back(*number);
    return numbers;
}

std::string in_lines(const std::vector<std::int64_t>& numbers) {
    std::string lines;
    for (const std::int64_t number : numbers) append_number(lines, number, '\n');
    if (!lines.empty()) lines.pop_back();
    return lines;
}

DocumentTopic read_topic(const Rows& rows) {
    const auto set = [&](int column) { return WordSet::of_lines(rows.text(column)); };
    return {set(0), set(1), set(2), set(3), set(4)};
}

struct Counted {
    std::ptrdiff_t fewer = 0;  // less how often it is there
    std::int64_t version = 0;
    auto operator<=>(const Counted&) const = default;
};

/// The versions that are there most often, of those the oldest first.
std::vector<Counted> commonest(std::span<const std::int64_t> versions, std::size_t most) {
    std::vector<Counted> counted;
    std::vector<std::uint32_t> places(std::bit_ceil(versions.size() * 2 + 1));  // a hash table: of a version in `counted`, counted from one; 0 is free
    for (const std::int64_t version : versions) {
        std::size_t at = static_cast<std::size_t>(version) & (places.size() - 1);
        while (places[at] != 0 && counted[places[at] - 1].version != version) at = (at + 1) & (places.size() - 1);
        if (places[at] == 0) {
            counted.push_back({0, version});
            places[at] = static_cast<std::uint32_t>(counted.size());
        }
        --counted[places[at] - 1].fewer;
    }
    most = std::min(most, counted.size());
    std::partial_sort(counted.begin(), counted.begin() + static_cast<std::ptrdiff_t>(most), counted.end());
    counted.resize(most);
    return counted;
}

/// Where it would have been found.
void add_link(std::vector<TopicLink>& links, const TopicLink& link) {
    const auto before = [](const TopicLink& a, const TopicLink& b) { return a.names != b.names ? a.names > b.names : a.version < b.version; };
    if (std::ranges::any_of(links, [&](const TopicLink& known) { return known.version == link.version; })) return;
    links.insert(std::lower_bound(links.begin(), links.end(), link, before), link);
    const auto by_names = static_cast<std::size_t>(std::ranges::count_if(links, [](const TopicLink& known) { return known.names > 0; }));
    if (by_names > most_linked) links.erase(links.begin() + static_cast<std::ptrdiff_t>(by_names) - 1);
}

}  // namespace

void Topics::store(std::optional<std::int64_t> old_version, std::int64_t version, const DocumentTopic& topic, std::string looks) {
    if (old_version) remove(*old_version);
    database_.run("INSERT INTO document_topic (version, names, words, repeated, days, beside, looks) VALUES (?, ?, ?, ?, ?, ?, ?)", version, topic.names.lines(),
                  topic.words.lines(), topic.repeated.lines(), topic.days.lines(), topic.beside.lines(), looks);
    for (const std::int64_t name : names_of(topic)) {
        std::vector<std::int64_t>& versions = named(name);
        versions.insert(std::lower_bound(versions.begin(), versions.end(), version), version);
        changed_.push_back(name);
    }
    keep(version, topic);
    keep_looks(version, std::move(looks));
    links_.erase(version);
    for (const TopicLink& link : links(version))
        if (auto* known = links_.find(link.version)) add_link(*known, {version, link.share, link.names, link.one_thing});
}

void Topics::remove(std::int64_t version) {
    for (const std::int64_t name : names_of(*of(version))) {
        std::erase(named(name), version);
        changed_.push_back(name);
    }
    database_.run("DELETE FROM document_topic WHERE version = ?", version);
    topics_.erase(version);
    looks_.erase(version);
    links_.clear();
}

void Topics::set_looks(std::int64_t version, std::string looks) {
    database_.run("UPDATE document_topic SET looks = ? WHERE version = ?", looks, version);
    looks_.erase(version);
}

const std::shared_ptr<const DocumentTopic>& Topics::of(std::int64_t version) {
    if (const auto* known = topics_.find(version)) return *known;
    Rows rows = database_.rows("SELECT names, words, repeated, days, beside FROM document_topic WHERE version = ?", version);
    return keep(version, rows.next() ? read_topic(rows) : DocumentTopic());
}

const std::shared_ptr<const DocumentTopic>& Topics::keep(std::int64_t version, DocumentTopic topic) {
    return topics_.add(version, std::make_shared<const DocumentTopic>(std::move(topic)));
}

const std::string& Topics::looks(std::int64_t version) {
    if (const std::string* known = looks_.find(version)) return *known;
    Rows rows = database_.rows("SELECT names, words, repeated, days, beside, looks FROM document_topic WHERE version = ?", version);
    if (!rows.next()) return keep_looks(version, {});
    if (!topics_.find(version)) keep(version, read_topic(rows));  // it is asked for next
    return keep_looks(version, rows.text(5));
}

const std::string& Topics::keep_looks(std::int64_t version, std::string looks) {
    const std::size_t weight = looks.size() + 100;
    return looks_.add(version, std::move(looks), weight);
}

Topics::Named& Topics::read_named(std::int64_t name) {
    Named* known = named_.find(name);
    if (!known) {
        Named named;
        Rows rows = database_.rows("SELECT versions FROM document_name WHERE name = ?", name);
        if ((named.stored = rows.next())) named.versions = read_numbers(rows.view(0));
        known = &named_.add(name, std::move(named), most_kept / 8);
    }
    constexpr std::size_t most = most_of_a_name + 1;  // its own among them
    std::vector<std::int64_t>& versions = known->versions;
    if (versions.size() >= most_kept) versions.erase(versions.begin(), versions.end() - most);
    return *known;
}

void Topics::write() {
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    std::vector<std::int64_t> names;  // of new rows
    std::vector<std::string> versions;
    for (const std::int64_t name : changed_) {
        Named& named = *named_.find(name);
        std::string lines = in_lines(named.versions);
        const bool stored = std::exchange(named.stored, !lines.empty());
        if (stored && lines.empty()) {
            database_.run("DELETE FROM document_name WHERE name = ?", name);
        } else if (stored) {
            database_.run("UPDATE document_name SET versions = ? WHERE name = ?", lines, name);
        } else if (!lines.empty()) {
            names.push_back(name);
            versions.push_back(std::move(lines));
        }
    }
    database_.insert_rows("INSERT OR FAIL INTO document_name (name, versions)", 1, names, versions);
    changed_.clear();
}

const std::vector<TopicLink>& Topics::links(std::int64_t version) {
    if (const auto* known = links_.find(version)) return *known;
    return links_.add(version, find_links(version));
}

std::vector<TopicLink> Topics::find_links(std::int64_t version) {
    std::vector<std::int64_t> sharing;  // once for each shared name
    const std::shared_ptr<const DocumentTopic> own = of(version);
    for (const std::int64_t name : names_of(*own)) {
        std::size_t left = most_of_a_name;
        const std::vector<std::int64_t>& versions = named(name);
        for (auto other = versions.rbegin(); other != versions.rend() && left > 0; ++other)
            if (*other != version) {
                sharing.push_back(*other);
                --left;
            }
    }
    std::vector<TopicLink> links;
    for (const Counted& other : commonest(sharing, most_compared))
        if (links.size() < most_linked)
            if (const TopicLikeness like = compare_topics(*own, *of(other.version)); found_by_names(like)) links.push_back({other.version, like.share, like.story_names, like.one_thing});
    // What shares no name is not found by it: of those that came with it.
    const std::int64_t last = database_.integer("SELECT max(version) FROM document_topic").value_or(version);
    for (std::int64_t other = std::max<std::int64_t>(version - most_beside, 1); other <= std::min(version + most_beside, last); ++other)
        if (other != version)
            if (const TopicLikeness like = compare_topics(*own, *of(other)); like.one_story && like.story_names == 0) links.push_back({other, like.share, 0, like.one_thing});
    return links;
}

void Topics::trim() {
    topics_.trim();
    looks_.trim();
    links_.trim();
    if (changed_.empty()) named_.trim();
}

void Topics::forget() {
    topics_.clear();
    looks_.clear();
    links_.clear();
    named_.clear();
    changed_.clear();
}

}  // namespace annals
