// clustering MENTIONS FILE...: what clustering adds to an import. The files' articles are read, then stored again and again as if told of other
// worlds, four hundred years later each time and in other letters, until there are so many mentions; once as they are, and once without the words
// by which mentions are compared, so that nothing is looked for. User CPU, one core; reading counts for every copy.
#include "core/store/store.h"
#include "importers/extract/matching/rules.h"
#include "importers/formats/format.h"
#include "importers/import.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include <sys/resource.h>

using namespace annals;

namespace {

constexpr Day four_centuries = 146097;  // the same months and weekdays
constexpr std::size_t together = 128;   // documents in one transaction, as `annals import` stores them

double user_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec) + static_cast<double>(usage.ru_utime.tv_usec) / 1e6;
}

void change_letters(std::string& text, int world) {
    for (char& c : text)
        if (c >= 'a' && c <= 'z') c = static_cast<char>('a' + (c - 'a' + world) % 26);
        else if (c >= 'A' && c <= 'Z') c = static_cast<char>('A' + (c - 'A' + world) % 26);
}

/// Marks such as "~some accident" stay.
void change_letters(std::vector<std::string>& words, int world) {
    for (std::string& word : words)
        if (!is_mark_of_happening(word)) change_letters(word, world);
    std::sort(words.begin(), words.end());
    std::stable_partition(words.begin(), words.end(), [](const std::string& word) { return !is_mark_of_happening(word); });
}

ReadDocument moved(ReadDocument read, int world) {
    Document& document = read.document;
    if (!document.id.empty()) document.id += "#" + std::to_string(world);
    if (!document.url.empty()) document.url += "#" + std::to_string(world);
    document.path += "#" + std::to_string(world);
    document.sha256.clear();
    change_letters(document.text, world);
    change_letters(document.title, world);
    for (Mention& mention : read.mentions) {
        for (auto* words : {&mention.terms, &mention.names, &mention.related, &mention.happenings}) change_letters(*words, world);
        change_letters(mention.trigger_lemma, world);
        change_letters(mention.headline, world);
        for (std::optional<Day>* day : {&mention.date.start_min, &mention.date.start_max, &mention.date.end_min, &mention.date.end_max})
            if (*day) **day += world * four_centuries;
    }
    return read;
}

ReadDocument without_words(ReadDocument read) {
    read.document.title.clear();
    for (Mention& mention : read.mentions) {
        for (auto* words : {&mention.terms, &mention.names, &mention.related, &mention.happenings}) words->clear();
        mention.trigger_lemma.clear();
    }
    return read;
}

std::vector<ReadDocument> read_files(const std::vector<std::string>& files) {
    std::vector<ReadDocument> documents;
    for (const std::string& file : files) {
        std::ifstream input(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(input), {}};
        read_documents(bytes, {file}, [&](Document&& document) {
            ReadDocument& read = documents.emplace_back();
            read.document = std::move(document);
            extract_document(read, *english_rules());
            return true;
        });
    }
    return documents;
}

/// User CPU of storing all worlds.
double store_all(const std::vector<ReadDocument>& documents, int worlds, bool with_words, std::int64_t& events) {
    const auto file = std::filesystem::temp_directory_path() / "annals-bench-clustering.db";
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + end);
    double seconds = 0;
    {
        Store store(file);
        for (int world = 0; world < worlds; ++world)
            for (std::size_t first = 0; first < documents.size(); first += together) {
                std::vector<ReadDocument> some;
                for (std::size_t i = first; i < std::min(first + together, documents.size()); ++i)
                    some.push_back(with_words ? moved(documents[i], world) : without_words(moved(documents[i], world)));
                const double begin = user_seconds();
                store.together([&] {
                    for (const ReadDocument& read : some) store.add(read);
                });
                seconds += user_seconds() - begin;
            }
        events = store.info().events;
    }
    std::filesystem::remove(file);
    return seconds;
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 3) {
        std::cerr << "usage: bench_clustering MENTIONS FILE...\n";
        return 2;
    }
    english_rules();
    const double begin = user_seconds();
    const std::vector<ReadDocument> documents = read_files({arguments + 2, arguments + count});
    double reading = user_seconds() - begin;
    std::size_t mentions = 0;
    for (const ReadDocument& read : documents) mentions += read.mentions.size();
    if (mentions == 0) {
        std::cerr << "no mentions in these files\n";
        return 2;
    }
    const int worlds = std::clamp(static_cast<int>((std::strtoull(arguments[1], nullptr, 10) + mentions - 1) / mentions), 1, 18);
    reading *= worlds;
    std::int64_t events = 0, apart_events = 0;
    double with = 1e9, apart = 1e9;
    for (int turn = 0; turn < 2; ++turn) {
        with = std::min(with, store_all(documents, worlds, true, events));
        apart = std::min(apart, store_all(documents, worlds, false, apart_events));
    }
    std::cout << documents.size() * static_cast<std::size_t>(worlds) << " documents, " << mentions * static_cast<std::size_t>(worlds) << " mentions, "
              << events << " events (" << apart_events << " without clustering)\nuser CPU, s: reading " << reading << ", storing " << with
              << ", without clustering " << apart << "\nimport with clustering / without: " << (reading + with) / (reading + apart) << "\n";
}
