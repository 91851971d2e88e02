// How fast the store takes documents in and answers, at several sizes of the database. ANNALS_BENCH_EVENTS: events of the largest one.
#include "core/store/store.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <memory>
#include <random>

using namespace annals;

namespace {

using Random = std::mt19937_64;
constexpr int mentions_a_document = 20;

/// Words of a made language, frequent ones first.
std::string word(std::int64_t rank) {
    std::string text;
    for (rank += 26; rank > 0; rank /= 26) text += static_cast<char>('a' + rank % 26);
    return text;
}

double unit(Random& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }
std::string zipf(Random& random, double words) { return word(static_cast<std::int64_t>(std::pow(words, unit(random)))); }

Date random_date(Random& random) {
    const auto part = random() % 100;
    if (part < 8) return {};
    EdtfDate date;
    // Most of what is told happened lately.
    date.year = 2024 - static_cast<int>(std::pow(static_cast<double>(random() % 1000) / 1000, 3) * 120);
    if (part < 75) date.month = 1 + static_cast<int>(random() % 12), date.day = 1 + static_cast<int>(random() % 28);
    else if (part < 85) date.month = 1 + static_cast<int>(random() % 12);
    else if (part < 92) {
        const Day first = to_day({date.year, 1 + static_cast<int>(random() % 12), 1 + static_cast<int>(random() % 28)});
        return span_of(edtf_of({first, first + static_cast<Day>(1 + random() % 400)}));
    }
    Edtf edtf;
    edtf.date = date;
    return point_in(edtf);
}

/// About 5.5 KB of text with twenty mentions; `number` decides all of it.
ReadDocument make_document(std::int64_t number) {
    Random random(static_cast<std::uint64_t>(number) * 7919 + 1);
    ReadDocument read;
    Document& document = read.document;
    document.id = "https://news.example/article/" + std::to_string(number);
    document.url = document.id;
    document.path = "articles/" + std::to_string(number) + ".html";
    document.publisher = "Publisher " + zipf(random, 200);
    document.title = "Article " + std::to_string(number);
    const Day published = to_day({2000, 1, 1}) + static_cast<Day>(random() % 9000);
    read.published = format_day(published);
    read.published_basis = "json_ld";
    for (int i = 0; i < mentions_a_document; ++i) {
        Mention mention;
        const auto begin = static_cast<std::uint32_t>(document.text.size());
        for (int n = 0; n < 24; ++n) document.text += (n ? " " : "") + zipf(random, 30000);
        mention.quote = {begin, static_cast<std::uint32_t>(document.text.size())};
        for (int n = 0; n < 55; ++n) document.text += " " + zipf(random, 30000);
        document.text += "\n";
        mention.trigger = {begin, begin + 3};
        mention.trigger_lemma = zipf(random, 2000);
        mention.headline = document.text.substr(begin, 60);
        mention.kind = static_cast<EventKind>(random() % 4);
        mention.date = random_date(random);
        mention.evidence = {{begin, begin + 10}, "27 September", "day_month", "published " + read.published, {}};
        if (random() % 4 == 0) mention.numbers = {{47000, "47,000", "people"}};
        mention.terms = {mention.trigger_lemma};
        // Names and figures are told again and again, but no single one is everywhere.
        for (int n = 0; n < 7; ++n) mention.terms.push_back(word(static_cast<std::int64_t>(10 * std::pow(3000, unit(random)))));
        std::sort(mention.terms.begin(), mention.terms.end());
        mention.terms.erase(std::unique(mention.terms.begin(), mention.terms.end()), mention.terms.end());
        read.mentions.push_back(std::move(mention));
    }
    return read;
}

/// Databases of so many documents, made once a run; the larger one grows out of the smaller.
std::filesystem::path database_of(std::int64_t documents) {
    static const std::filesystem::path folder = [] {
        const auto path = std::filesystem::temp_directory_path() / "annals-bench-store";
        std::filesystem::remove_all(path);
        std::filesystem::create_directories(path);
        return path;
    }();
    static std::int64_t made = 0;
    const auto file = folder / (std::to_string(documents) + ".db");
    if (std::filesystem::exists(file)) return file;
    if (made > 0 && made < documents) std::filesystem::copy_file(folder / (std::to_string(made) + ".db"), file);
    Store store(file);
    for (std::int64_t number = made < documents ? made : 0; number < documents; ++number) store.add(make_document(number));
    made = documents;
    return file;
}

EventQuery window_query(WindowMode mode) {
    EventQuery query;
    query.from = to_day({2010, 3, 1});
    query.to = to_day({2010, 9, 30});
    query.mode = mode;
    return query;
}

void adding(benchmark::State& state) {
    Store store(database_of(state.range(0)));
    static std::int64_t next = 1'000'000'000;
    std::int64_t bytes = 0;
    for (auto _ : state) {
        state.PauseTiming();
        const ReadDocument read = make_document(next++);
        bytes += static_cast<std::int64_t>(read.document.text.size());
        state.ResumeTiming();
        store.add(read);
    }
    state.SetItemsProcessed(state.iterations());
    state.SetBytesProcessed(bytes);
}

template <class Ask>
void asking(benchmark::State& state, const Ask& ask) {
    const Store store(database_of(state.range(0)), Store::Access::read_only);
    std::int64_t found = 0;
    for (auto _ : state) benchmark::DoNotOptimize(found = ask(store));
    state.counters["found"] = static_cast<double>(found);
}

std::int64_t page(const Store& store, EventQuery query) {
    query.limit = 50;
    return static_cast<std::int64_t>(store.query(query).size());
}

void deep_page(benchmark::State& state) {
    const Store store(database_of(state.range(0)), Store::Access::read_only);
    EventQuery query = window_query(WindowMode::possible);
    query.limit = store.count(query) / 2;
    store.query(query, [&](const Event& event) {
        query.after = event.id;
        return true;
    });
    for (auto _ : state) benchmark::DoNotOptimize(page(store, query));
}

void sizes(benchmark::internal::Benchmark* bench) {
    const char* wanted = std::getenv("ANNALS_BENCH_EVENTS");
    const std::int64_t events = wanted ? std::atoll(wanted) : 100'000;
    for (std::int64_t size = 10'000; size <= events; size *= 10) bench->Arg(size / mentions_a_document);
    bench->Unit(benchmark::kMillisecond);
}

void with(const char* name, EventQuery query) {
    sizes(benchmark::RegisterBenchmark((std::string("count/") + name).c_str(),
                                       [query](benchmark::State& state) { asking(state, [&](const Store& store) { return store.count(query); }); }));
    sizes(benchmark::RegisterBenchmark((std::string("first page/") + name).c_str(),
                                       [query](benchmark::State& state) { asking(state, [&](const Store& store) { return page(store, query); }); }));
}

}  // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    with("everything", {});
    with("possible", window_query(WindowMode::possible));
    with("certain", window_query(WindowMode::certain));
    with("within", window_query(WindowMode::within));
    EventQuery query = window_query(WindowMode::possible);
    query.kinds = {EventKind::plan};
    with("possible, one kind", query);
    query = window_query(WindowMode::possible);
    query.publishers = {"Publisher " + word(100)};
    with("possible, rare publisher", query);
    query.publishers = {"Publisher " + word(1)};
    with("possible, frequent publisher", query);
    query = window_query(WindowMode::possible);
    query.text = word(50);
    with("possible, frequent word", query);
    query.text = word(20000);
    with("possible, rare word", query);
    query = {};
    query.min_sources = 2;
    with("two sources", query);
    sizes(benchmark::RegisterBenchmark("page in the middle/possible", deep_page));
    sizes(benchmark::RegisterBenchmark("histogram by year", [](benchmark::State& state) {
        asking(state, [](const Store& store) { return static_cast<std::int64_t>(store.histogram({}, Store::Bucket::year).size()); });
    }));
    sizes(benchmark::RegisterBenchmark("unique prefix", [](benchmark::State& state) {
        asking(state, [](const Store& store) { return static_cast<std::int64_t>(store.unique_prefix_length()); });
    }));
    sizes(benchmark::RegisterBenchmark("add", adding));
    benchmark::RunSpecifiedBenchmarks();
    std::filesystem::remove_all(std::filesystem::temp_directory_path() / "annals-bench-store");
}
