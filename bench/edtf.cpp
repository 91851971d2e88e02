// Dates: reading, printing, what a query compares. Times are for one call.
#include "core/time/date.h"

#include <benchmark/benchmark.h>

#include <array>

namespace {

using namespace annals;

constexpr std::array texts = {"2023-09-26", "2023-09", "1994", "-0043-03-15", "185X", "2018-24", "1853/1856", "2006/..", "2019-06-13T20:47+01:00", "1680~"};

std::vector<Edtf> expressions() {
    std::vector<Edtf> all;
    for (const char* text : texts) all.push_back(*parse_edtf(text).edtf);
    return all;
}

void parse(benchmark::State& state) {
    std::size_t at = 0;
    for (auto _ : state) benchmark::DoNotOptimize(parse_edtf(texts[at++ % texts.size()]));
}
BENCHMARK(parse);

void refuse(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(parse_edtf("26/09/2023"));
}
BENCHMARK(refuse);

void format(benchmark::State& state) {
    const auto all = expressions();
    std::size_t at = 0;
    for (auto _ : state) benchmark::DoNotOptimize(format_edtf(all[at++ % all.size()]));
}
BENCHMARK(format);

void make_date(benchmark::State& state) {
    const auto all = expressions();
    std::size_t at = 0;
    for (auto _ : state) benchmark::DoNotOptimize(point_in(all[at++ % all.size()]));
}
BENCHMARK(make_date);

void words(benchmark::State& state) {
    std::vector<Date> dates;
    for (const Edtf& edtf : expressions()) dates.push_back(point_in(edtf));
    std::size_t at = 0;
    for (auto _ : state) benchmark::DoNotOptimize(in_words(dates[at++ % dates.size()]));
}
BENCHMARK(words);

void civil_from_day(benchmark::State& state) {
    Day day = min_day;
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_civil(day));
        day = day >= max_day - 97 ? min_day : day + 97;
    }
}
BENCHMARK(civil_from_day);

void day_from_civil(benchmark::State& state) {
    Civil civil{-9999, 1, 1};
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_day(civil));
        civil.year = civil.year == max_year ? min_year : civil.year + 1;
    }
}
BENCHMARK(day_from_civil);

}  // namespace

BENCHMARK_MAIN();
