#include "reports/page/time_axis.h"

#include "reports/page/assets.h"
#include "reports/page/shelf.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace annals::page {
namespace {

constexpr double margin = 1.2;        // percent left free at both edges, so that no mark is cut
constexpr double fold_width = 5;      // percent
constexpr std::size_t most_folds = 8;
constexpr double width = 1000;        // pixels for which ticks are chosen

struct Gap {
    Day first = 0, last = 0;
    Day length() const { return last - first; }
};

// The gaps to fold, longest first: each is far longer than is usual here and takes a good part of what is left.
std::vector<Gap> gaps_to_fold(const std::vector<Day>& days) {
    std::vector<Gap> gaps;
    for (std::size_t i = 1; i < days.size(); ++i) gaps.push_back({days[i - 1] + 1, days[i]});
    std::stable_sort(gaps.begin(), gaps.end(), [](const Gap& a, const Gap& b) { return a.length() > b.length(); });
    std::vector<Gap> folded;
    if (gaps.empty()) return folded;
    const double usual = std::max<double>(1, gaps[gaps.size() - 1 - (gaps.size() - 1) / 2].length());
    double left = days.back() - days.front() + 1;
    for (const Gap& gap : gaps) {
        if (folded.size() == most_folds || gap.length() < 6 * usual || gap.length() < left / 8) break;
        folded.push_back(gap);
        left -= gap.length();
    }
    std::sort(folded.begin(), folded.end(), [](const Gap& a, const Gap& b) { return a.first < b.first; });
    return folded;
}

struct Step {
    enum class Unit { day, month, year } unit = Unit::year;
    int count = 1;
    double days = 0;
};

constexpr std::array steps{
    Step{Step::Unit::day, 1, 1},         Step{Step::Unit::day, 7, 7},         Step{Step::Unit::month, 1, 30},       Step{Step::Unit::month, 3, 91},
    Step{Step::Unit::month, 6, 182},     Step{Step::Unit::year, 1, 365},      Step{Step::Unit::year, 2, 731},       Step{Step::Unit::year, 5, 1826},
    Step{Step::Unit::year, 10, 3652},    Step{Step::Unit::year, 20, 7305},    Step{Step::Unit::year, 50, 18262},    Step{Step::Unit::year, 100, 36524},
    Step{Step::Unit::year, 200, 73049},  Step{Step::Unit::year, 500, 182621}, Step{Step::Unit::year, 1000, 365242}, Step{Step::Unit::year, 5000, 1826212},
};

std::string label_of(Day day, Step::Unit unit) {
    const Civil civil = to_civil(day);
    const std::string year = year_in_words(civil.year);
    if (unit == Step::Unit::year || (unit == Step::Unit::month && civil.month == 1)) return year;
    const std::string month(words("month.short." + std::to_string(civil.month)));
    if (unit == Step::Unit::month) return words("axis.month", {month, year});
    return words("axis.day", {std::to_string(civil.day), month});
}

// The first day of the next tick at or after `day`.
Day tick_at_or_after(Day day, const Step& step) {
    Civil civil = to_civil(day);
    if (step.unit == Step::Unit::day) {
        while (day < max_day && (to_civil(day).day - 1) % step.count != 0) ++day;
        return day;
    }
    if (civil.day > 1) civil = civil.month < 12 ? Civil{civil.year, civil.month + 1, 1} : Civil{civil.year + 1, 1, 1};
    if (step.unit == Step::Unit::month) {
        while ((civil.month - 1) % step.count != 0) civil = civil.month < 12 ? Civil{civil.year, civil.month + 1, 1} : Civil{civil.year + 1, 1, 1};
    } else {
        if (civil.month > 1) civil = {civil.year + 1, 1, 1};
        while ((civil.year > 0 ? civil.year : 1 - civil.year) % step.count != 0) ++civil.year;
    }
    return civil.year > max_year ? max_day : to_day(civil);
}

}  // namespace

TimeAxis::TimeAxis(std::vector<Day> days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
    const std::vector<Gap> folds = gaps_to_fold(days);
    double linear = days.back() - days.front() + 1;
    for (const Gap& fold : folds) linear -= fold.length();
    const double scale = (100 - 2 * margin - fold_width * static_cast<double>(folds.size())) / linear;

    Day at = days.front();
    double x = margin;
    const auto add = [&](Day until, bool folded) {
        if (until == at) return;
        const double to = x + (folded ? fold_width : (until - at) * scale);
        pieces_.push_back({at, until, x, to, folded});
        at = until;
        x = to;
    };
    for (const Gap& fold : folds) {
        add(fold.first, false);
        add(fold.last, true);
    }
    add(days.back() + 1, false);
}

double TimeAxis::at(Day day) const {
    if (day <= first()) return pieces_.front().from;
    const auto piece = std::lower_bound(pieces_.begin(), pieces_.end(), day, [](const Piece& p, Day d) { return p.last < d; });
    if (piece == pieces_.end()) return pieces_.back().to;
    return piece->from + (piece->to - piece->from) * (day - piece->first) / (piece->last - piece->first);
}

std::vector<TimeAxis::Tick> TimeAxis::ticks() const {
    std::vector<Tick> ticks;
    std::optional<int> last_year;
    const auto add = [&](Day day, Step::Unit unit) {
        const double x = at(day);
        const double room = (unit == Step::Unit::year ? 52 : 74) * 100 / width;
        if (x > 100 - room || (!ticks.empty() && x - ticks.back().at < room)) return;
        ticks.push_back({x, label_of(day, unit), ticks.size() % 2 == 1});
        last_year = to_civil(day).year;
    };
    for (const Piece& piece : pieces_) {
        if (piece.folded) continue;
        const double pixels_a_day = (piece.to - piece.from) * width / 100 / (piece.last - piece.first);
        const Step* step = &steps.front();
        while (step != &steps.back() && step->days * pixels_a_day < 80) ++step;
        Day day = tick_at_or_after(piece.first, *step);
        if (day >= piece.last) {  // a short piece is named by its year, or by its month where the year was named before
            const bool again = last_year && *last_year == to_civil(piece.first).year;
            add(piece.first, again ? Step::Unit::month : Step::Unit::year);
        }
        for (; day < piece.last && day < max_day; day = tick_at_or_after(day + 1, *step)) add(day, step->unit);
    }
    return ticks;
}

}  // namespace annals::page
