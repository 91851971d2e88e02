#include "importers/extract/matching/measured_share.h"

#include "core/text/embedded_file.h"

#include <charconv>
#include <map>
#include <vector>

namespace annals {
namespace embedded {
const std::vector<EmbeddedFile>& measured();
}

namespace {

constexpr int enough = 10;  // readings, for a share to tell anything

struct Tally {
    int hits = 0, right = 0;
    std::optional<double> share() const { return hits < enough ? std::nullopt : std::optional(static_cast<double>(right) / hits); }
    void operator+=(const Tally& other) {
        hits += other.hits;
        right += other.right;
    }
};

struct Shares {
    std::map<std::string_view, Tally> clear, doubtful;
    Tally all_doubtful;
};

std::string_view take_word(std::string_view& rest) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(word.size() < rest.size() ? word.size() + 1 : rest.size());
    return word;
}

int take_number(std::string_view& rest) {
    const std::string_view word = take_word(rest);
    int number = 0;
    std::from_chars(word.data(), word.data() + word.size(), number);
    return number;
}

// A line: rule, hits and rights of its clear readings, hits and rights of those that kept another.
Shares read_shares() {
    Shares shares;
    for (const EmbeddedFile& file : embedded::measured())
        for (std::string_view text = file.text; !text.empty();) {
            std::string_view line = text.substr(0, text.find('\n'));
            text.remove_prefix(line.size() < text.size() ? line.size() + 1 : text.size());
            if (line.empty() || line.front() == '#') continue;
            const std::string_view rule = take_word(line);
            Tally clear, doubtful;
            clear.hits = take_number(line);
            clear.right = take_number(line);
            doubtful.hits = take_number(line);
            doubtful.right = take_number(line);
            shares.clear.emplace(rule, clear);
            shares.doubtful.emplace(rule, doubtful);
            shares.all_doubtful += doubtful;
        }
    return shares;
}

}  // namespace

std::optional<double> measured_share(std::string_view rule, bool doubtful) {
    static const Shares shares = read_shares();
    const auto& tallies = doubtful ? shares.doubtful : shares.clear;
    const auto found = tallies.find(rule);
    const auto own = found == tallies.end() ? std::nullopt : found->second.share();
    return own || !doubtful ? own : shares.all_doubtful.share();
}

}  // namespace annals
