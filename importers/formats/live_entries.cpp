#include "importers/formats/live_entries.h"

#include "core/text/ascii.h"
#include "core/time/calendar.h"
#include "core/time/date.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

namespace annals {
namespace {

constexpr std::size_t longest_header = 160, longest_day = 40, longest_opening = 80;
constexpr int fewest_entries = 2;
constexpr int past_midnight = 8 * 60;  // minutes that the clock must fall back by; less is an entry out of order

struct Clock {
    int minute = 0;
    std::size_t size = 0;  // bytes of it
};

/// "7.05am", "22:21", "9 p.m. GMT" at the beginning; a figure with a point alone ("5.31") only where nothing follows.
std::optional<Clock> clock_at_start(std::string_view line) {
    std::size_t at = 0;
    const auto figure = [&](std::size_t most) {
        int value = -1;
        for (std::size_t from = at; at < line.size() && at < from + most && is_ascii_digit(line[at]); ++at) value = std::max(value, 0) * 10 + (line[at] - '0');
        return value;
    };
    int hour = figure(2), minute = -1;
    if (hour < 0) return {};
    const bool colon = at < line.size() && (line[at] == ':' || line[at] == '.');
    const bool point = colon && line[at] == '.';
    if (colon) {
        ++at;
        minute = figure(2);
        if (minute < 0) return {};
    }
    std::size_t behind = at + (at < line.size() && line[at] == ' ');
    const std::string half = ascii_lower(line.substr(behind, 4));
    bool named = false;
    for (const std::string_view name : {"a.m.", "p.m.", "am", "pm"}) {
        if (!half.starts_with(name) || (behind + name.size() < line.size() && is_ascii_letter(line[behind + name.size()]))) continue;
        if (hour > 12) return {};
        hour = hour % 12 + (name[0] == 'p' ? 12 : 0);
        at = behind + name.size();
        named = true;
        break;
    }
    const bool sure = named || (minute >= 0 && !point) || (point && at == line.size());
    if (!sure || hour > 23 || minute > 59 || (at < line.size() && (is_ascii_letter(line[at]) || is_ascii_digit(line[at])))) return {};
    for (const std::string_view zone : {" GMT", " BST", " UTC", " CET", " CEST", " ET", " EST", " EDT", " CT", " PT", " PST", " PDT", " AEST", " AEDT", " IST"})
        if (line.substr(at).starts_with(zone) && (at + zone.size() == line.size() || !is_ascii_letter(line[at + zone.size()]))) {
            at += zone.size();
            break;
        }
    return Clock{hour * 60 + std::max(minute, 0), at};
}

bool is_weekday(std::string_view word) {
    for (const std::string_view day : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        if (word == day || (word.size() >= 3 && word.size() <= 5 && day.starts_with(word))) return true;
    return false;
}

/// "Sunday 21 March", "March 21st, 2021", "21 March": a day and nothing else; without a year, the one that puts it next to `near`.
std::optional<Day> day_of_heading(std::string_view line, std::optional<Day> near) {
    if (line.size() > longest_day) return {};
    int day = 0, month = 0, year = 0;
    std::string word;
    const auto take = [&]() {
        if (word.empty()) return true;
        const std::string said = std::exchange(word, {});
        if (is_weekday(said)) return true;
        if (const int number = std::atoi(said.c_str()); number > 0) {
            const std::string_view ending = std::string_view(said).substr(std::min(said.find_first_not_of("0123456789"), said.size()));
            if (number >= 1000 && ending.empty() && !year) return year = number, true;
            if (number > 31 || day || (!ending.empty() && ending != "st" && ending != "nd" && ending != "rd" && ending != "th")) return false;
            return day = number, true;
        }
        if (month) return false;
        return (month = month_of_name(said)) != 0;
    };
    for (const char c : line) {
        if (c == ' ' || c == ',' || c == '.' || c == ':') {
            if (!take()) return {};
        } else {
            word += ascii_lower(c);
        }
    }
    if (!take() || !day || !month) return {};
    if (year) return day <= days_in_month(year, month) ? std::optional(to_day({year, month, day})) : std::nullopt;
    if (!near) return {};
    std::optional<Day> best;
    for (int candidate = to_civil(*near).year - 1; candidate <= to_civil(*near).year + 1; ++candidate) {
        if (day > days_in_month(candidate, month)) continue;
        const Day here = to_day({candidate, month, day});
        if (!best || std::abs(here - *near) < std::abs(*best - *near)) best = here;
    }
    return best;
}

struct Entry {
    std::size_t block = 0;
    int minute = 0;
    std::optional<Day> day;  // that of its heading
    std::size_t group = 0;   // entries below one heading of a day
    std::string stated;      // of a line that gives day and time itself: "20 March 2021, 9.30pm"
    bool led = false;        // by a clock, in a line that says more: "21:40 Brandt leaves the club"
};

class LivePage {
public:
    explicit LivePage(Document& document) : document_(document) {
        for (const StatedDate& stated : document.stated) {
            const auto parsed = parse_date(stated.edtf);
            if (!parsed.date || !parsed.date->start_min) continue;
            if (!published_) published_ = *parsed.date->start_min;
            if (!offset_ && parsed.date->minute && parsed.date->utc_offset) offset_ = parsed.date->utc_offset;
            says_live_ = says_live_ || stated.where.starts_with("LiveBlog");
        }
        const std::string title = ascii_lower(document.title);
        for (const std::string_view word : {"live:", "live updates", "as it happened", "- live", "\u2013 live", "live blog"}) says_live_ = says_live_ || title.find(word) != std::string::npos;
    }

    void read() {
        collect();
        const bool stamped = whole_stamps_ > fewest_entries;  // fewer are the stamps of one article
        if (!opens_entries()) std::erase_if(entries_, [](const Entry& entry) { return entry.led; });
        if (!stamped) std::erase_if(entries_, [](const Entry& entry) { return !entry.stated.empty(); });
        if (static_cast<int>(entries_.size()) < fewest_entries || (!has_days_ && !says_live_ && !stamped)) return;
        const bool newest_first = runs_down();
        for (auto first = entries_.begin(); first != entries_.end();) {
            const auto last = std::find_if(first, entries_.end(), [&](const Entry& entry) { return entry.group != first->group; });
            if (newest_first) std::reverse(first, last);
            date(first, last);
            first = last;
        }
        carry();
    }

private:
    std::string_view text_of(const Block& block) const { return words(document_.text, block.span); }

    void collect() {
        std::optional<Day> day = published_;
        std::size_t group = 0;
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            const Block& block = document_.blocks[i];
            if (block.kind == BlockKind::entry) {  // the page states its entries
                entries_.clear();
                return;
            }
            const std::string_view line = text_of(block);
            const bool heading = block.kind == BlockKind::heading;
            if (line.empty() || line.size() > longest_header || block.kind == BlockKind::title || block.kind == BlockKind::table_row || block.kind == BlockKind::caption) continue;
            if (heading || block.kind == BlockKind::paragraph) {
                if (const auto found = day_of_heading(line, published_)) {
                    day = found;
                    ++group;
                    days_.push_back(i);
                    has_days_ = true;
                    continue;
                }
            }
            if (const auto whole = find_date(line, DayOrder::day_first); whole && whole->span.begin == 0 && whole->span.end == line.size() && whole->edtf.find('T') != whole->edtf.npos) {
                entries_.push_back({i, 0, {}, ++group, whole->edtf});
                ++whole_stamps_;
                continue;
            }
            if (!is_ascii_digit(line.front())) continue;
            const auto clock = clock_at_start(line);
            if (!clock) continue;
            const bool led = !heading && clock->size != line.size();
            if (led && (line.size() > longest_opening || line[clock->size] != ' ')) continue;
            entries_.push_back({i, clock->minute, day, group, {}, led});
        }
    }

    /// Whether short lines led by a clock have their texts below them; those of a programme follow on each other.
    bool opens_entries() const {
        std::size_t led = 0, told = 0;
        for (const Entry& entry : entries_) {
            if (!entry.led) continue;
            ++led;
            if (entry.block + 1 >= document_.blocks.size()) continue;
            const Block& below = document_.blocks[entry.block + 1];
            told += below.kind == BlockKind::paragraph && text_of(below).size() > longest_opening;
        }
        return led > fewest_entries && 4 * told >= 3 * led;
    }

    bool runs_down() const {
        int balance = 0;
        for (std::size_t i = 1; i < entries_.size(); ++i) {
            const Entry &before = entries_[i - 1], &here = entries_[i];
            if (before.group == here.group) balance += here.minute < before.minute ? 1 : here.minute > before.minute ? -1 : 0;
            else if (before.day && here.day) balance += *here.day < *before.day ? 1 : -1;
        }
        return balance > 0;
    }

    template <class Place>
    void date(Place first, Place last) {
        Day later = 0;
        for (auto entry = first; entry != last; ++entry) {
            if (entry != first && entry->minute + past_midnight < std::prev(entry)->minute) ++later;
            if (!entry->stated.empty()) {
                document_.blocks[entry->block].kind = BlockKind::entry;
                document_.blocks[entry->block].stated = entry->stated;
            }
            if (!entry->day) continue;
            Block& block = document_.blocks[entry->block];
            EdtfDate date = edtf_day(*entry->day + later);
            date.minute = entry->minute;
            date.utc_offset = offset_;
            Edtf edtf;
            edtf.date = date;
            block.kind = BlockKind::entry;
            block.stated = format_edtf(edtf);
        }
    }

    void carry() {
        const Block* entry = nullptr;
        for (std::size_t i = 0; i < document_.blocks.size(); ++i) {
            Block& block = document_.blocks[i];
            const bool parts = std::binary_search(days_.begin(), days_.end(), i) ||
                               (block.kind == BlockKind::heading && entry && entry->level > 0 && block.level <= entry->level);
            if (block.kind == BlockKind::entry) entry = &block;
            else if (parts) entry = nullptr;
            else if (entry && block.stated.empty()) block.stated = entry->stated;
        }
    }

    Document& document_;
    std::vector<Entry> entries_;
    std::vector<std::size_t> days_;  // blocks that are headings of days, in order
    std::optional<Day> published_;
    std::optional<int> offset_;
    int whole_stamps_ = 0;
    bool has_days_ = false, says_live_ = false;
};

}  // namespace

void find_live_entries(Document& document) { LivePage(document).read(); }

}  // namespace annals
