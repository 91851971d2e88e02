// pack_wordnet WORDNET_FOLDER OUT.model: WordNet 3.0's data files -> importers/models/en/wordnet.model (sections: importers/extract/wordnet.cpp).
#include "importers/extract/feature_hash.h"
#include "importers/extract/model_file.h"

#include <array>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace annals {
namespace {

struct Word {
    std::map<int, double> noun_files, verb_files;  // lexicographer file -> how often, by WordNet's counts
    double adjective = 0, adverb = 0;
};

std::ifstream open(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return in;
}

bool single_word(const std::string& lemma) { return lemma.find('_') == std::string::npos; }

void add_senses(Word& word, char part, int file, double count) {
    if (part == 'n') word.noun_files[file] += count;
    if (part == 'v') word.verb_files[file] += count;
    if (part == 'a') word.adjective += count;
    if (part == 'r') word.adverb += count;
}

// index.noun: lemma pos synsets pointers [pointer...] senses tagged offset...; data.noun at an offset: offset file ...
void read_index(const std::string& folder, const std::string& name, char part, std::map<std::string, Word>& words) {
    std::ifstream index = open(folder + "/index." + name), data = open(folder + "/data." + name);
    for (std::string line; std::getline(index, line);) {
        if (line.starts_with(' ')) continue;
        std::istringstream fields(line);
        std::string lemma, skip, offset;
        int synsets = 0, pointers = 0;
        fields >> lemma >> skip >> synsets >> pointers;
        if (!single_word(lemma)) continue;
        for (int number = 0; number < pointers + 2; ++number) fields >> skip;
        for (int rank = 1; fields >> offset; ++rank) {
            data.seekg(std::stol(offset) + 9);
            int file = 0;
            data >> file;
            // Senses that were never counted still matter a little, the first most.
            add_senses(words[lemma], part, file, 0.5 / rank);
        }
    }
}

// cntlist.rev: lemma%type:file:... sense count; types: 1 noun, 2 verb, 3 and 5 adjective, 4 adverb.
void read_counts(const std::string& folder, std::map<std::string, Word>& words) {
    constexpr std::array<char, 6> parts = {0, 'n', 'v', 'a', 'r', 'a'};
    std::ifstream counts = open(folder + "/cntlist.rev");
    std::string key;
    int sense = 0;
    double count = 0;
    while (counts >> key >> sense >> count) {
        const std::size_t percent = key.find('%');
        const auto word = words.find(key.substr(0, percent));
        if (word == words.end()) continue;
        add_senses(word->second, parts.at(static_cast<std::size_t>(key[percent + 1] - '0')), std::stoi(key.substr(percent + 3)), count);
    }
}

int commonest_file(const std::map<int, double>& files) {
    int best = -1;
    for (const auto& [file, count] : files)
        if (best < 0 || count > files.at(best)) best = file;
    return best;
}

double total(const std::map<int, double>& files, const std::set<int>& wanted = {}) {
    double sum = 0;
    for (const auto& [file, count] : files)
        if (wanted.empty() || wanted.contains(file)) sum += count;
    return sum;
}

std::uint16_t bits_of(const Word& word) {
    const std::set<int> happenings = {4, 11, 19, 22};  // noun.act, event, phenomenon, process
    const double noun = total(word.noun_files), verb = total(word.verb_files);
    const int noun_class = noun > 0 ? commonest_file(word.noun_files) - 2 : 0;
    const int verb_class = verb > 0 ? commonest_file(word.verb_files) - 28 : 0;
    const bool event = noun > 0 && total(word.noun_files, happenings) > 0.5 * noun;
    const std::array<double, 4> parts = {noun, verb, word.adjective, word.adverb};
    int commonest = 0;
    for (int part = 1; part < 4; ++part)
        if (parts[static_cast<std::size_t>(part)] > parts[static_cast<std::size_t>(commonest)]) commonest = part;
    return static_cast<std::uint16_t>(noun_class | verb_class << 5 | (word.adjective > 0) << 9 | (word.adverb > 0) << 10 | event << 11 |
                                      commonest << 12 | 1 << 14);
}

template <typename T>
void append(std::string& bytes, T value) {
    bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
}

// Records by bucket -> starts and records.
std::array<std::string, 2> buckets_of(const std::multimap<std::uint64_t, std::string>& records, std::uint64_t buckets, std::size_t unit) {
    std::array<std::string, 2> out;
    auto next = records.begin();
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        append(out[0], static_cast<std::uint32_t>(out[1].size() / unit));
        for (; next != records.end() && next->first == bucket; ++next) out[1] += next->second;
    }
    append(out[0], static_cast<std::uint32_t>(out[1].size() / unit));
    return out;
}

void pack(const std::string& folder, const std::string& path) {
    std::map<std::string, Word> words;
    const std::map<char, std::string> files = {{'n', "noun"}, {'v', "verb"}, {'a', "adj"}, {'r', "adv"}};
    constexpr std::uint64_t word_buckets = 1 << 14, form_buckets = 1 << 11;
    std::multimap<std::uint64_t, std::string> entries, forms;
    for (const auto& [part, name] : files) {
        read_index(folder, name, part, words);
        std::ifstream exceptions = open(folder + "/" + name + ".exc");
        for (std::string line, form, base; std::getline(exceptions, line);) {
            std::istringstream fields(line);
            fields >> form >> base;
            if (!single_word(form)) continue;
            forms.emplace(hash_bytes(form, static_cast<std::uint64_t>(part)) & (form_buckets - 1), part + form + '\0' + base + '\0');
        }
    }
    read_counts(folder, words);
    for (const auto& [lemma, word] : words) {
        const std::uint64_t hash = hash_bytes(lemma);
        std::string entry;
        append(entry, static_cast<std::uint16_t>(hash >> 48));
        append(entry, bits_of(word));
        entries.emplace(hash & (word_buckets - 1), entry);
    }
    const auto [word_starts, word_entries] = buckets_of(entries, word_buckets, 4);
    const auto [form_starts, form_texts] = buckets_of(forms, form_buckets, 1);
    const std::string bytes = model_bytes(std::array{word_starts, word_entries, form_starts, form_texts});
    std::ofstream(path, std::ios::binary) << bytes;
    std::cout << words.size() << " words, " << forms.size() << " irregular forms, " << bytes.size() << " bytes\n";
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
    if (argc != 3) {
        std::cerr << "usage: pack_wordnet WORDNET_FOLDER OUT.model\n";
        return 2;
    }
    annals::pack(argv[1], argv[2]);
}
