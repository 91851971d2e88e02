// pack_wordnet WORDNET_FOLDER OUT.model: WordNet 3.0's data files -> importers/models/en/wordnet.model (sections: importers/extract/words/wordnet.cpp).
#include "importers/extract/words/feature_hash.h"
#include "importers/extract/words/model_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <tuple>
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

/// A line of cntlist.rev: lemma%type:file:... sense count; types: 1 noun, 2 verb, 3 and 5 adjective, 4 adverb.
struct SenseCount {
    std::string lemma;
    char part = 0;
    int file = 0, sense = 0;
    double count = 0;
};

std::vector<SenseCount> read_counts(const std::string& folder) {
    constexpr std::array<char, 6> parts = {0, 'n', 'v', 'a', 'r', 'a'};
    std::ifstream counts = open(folder + "/cntlist.rev");
    std::vector<SenseCount> result;
    std::string key;
    SenseCount line;
    while (counts >> key >> line.sense >> line.count) {
        const std::size_t percent = key.find('%');
        line.lemma = key.substr(0, percent);
        line.part = parts.at(static_cast<std::size_t>(key[percent + 1] - '0'));
        line.file = std::stoi(key.substr(percent + 3));
        result.push_back(line);
    }
    return result;
}

void add_counts(const std::vector<SenseCount>& counts, std::map<std::string, Word>& words) {
    for (const SenseCount& line : counts)
        if (const auto word = words.find(line.lemma); word != words.end()) add_senses(word->second, line.part, line.file, line.count);
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
    const std::set<int> events = {4, 11, 19, 22};  // noun.act, event, phenomenon, process
    const double noun = total(word.noun_files), verb = total(word.verb_files);
    const int noun_class = noun > 0 ? commonest_file(word.noun_files) - 2 : 0;
    const int verb_class = verb > 0 ? commonest_file(word.verb_files) - 28 : 0;
    const bool event = noun > 0 && total(word.noun_files, events) > 0.5 * noun;
    const std::array<double, 4> parts = {noun, verb, word.adjective, word.adverb};
    int commonest = 0;
    for (int part = 1; part < 4; ++part)
        if (parts[static_cast<std::size_t>(part)] > parts[static_cast<std::size_t>(commonest)]) commonest = part;
    return static_cast<std::uint16_t>(noun_class | verb_class << 5 | (word.adjective > 0) << 9 | (word.adverb > 0) << 10 | event << 11 |
                                      commonest << 12 | 1 << 14);
}

constexpr std::array<int, 5> happenings = {4, 10, 11, 19, 22};  // noun.act, communication, event, phenomenon, process

/// A line of data.noun or data.verb.
struct Synset {
    int file = 0;
    std::vector<std::string> words;
    struct Pointer {
        std::string kind;  // "@" is a kind of, "+" derived from
        char part = 0;
        long offset = 0;
        int from = 0, to = 0;  // words, from 1; 0: the whole synset
    };
    std::vector<Pointer> pointers;
    std::ptrdiff_t kinds() const {
        return std::count_if(pointers.begin(), pointers.end(), [](const Pointer& pointer) { return pointer.kind == "~"; });
    }
    bool happening() const { return std::find(happenings.begin(), happenings.end(), file) != happenings.end(); }
};

Synset read_synset(std::ifstream& data, long offset) {
    data.seekg(offset);
    Synset synset;
    std::string skip, part, word, places;
    int count = 0;
    data >> skip >> synset.file >> skip >> std::hex >> count >> std::dec;
    for (int i = 0; i < count; ++i) {
        data >> word >> skip;
        std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        synset.words.push_back(word);
    }
    data >> count;
    for (int i = 0; i < count; ++i) {
        Synset::Pointer pointer;
        data >> pointer.kind >> pointer.offset >> part >> places;
        pointer.part = part[0];
        pointer.from = std::stoi(places.substr(0, 2), nullptr, 16);
        pointer.to = std::stoi(places.substr(2), nullptr, 16);
        synset.pointers.push_back(pointer);
    }
    return synset;
}

/// Words for the same happening: "invasion" and "invade", "begin" and "start", "blaze" and "fire". Each is found from both.
class Relatives {
public:
    Relatives(const std::string& folder, const std::vector<SenseCount>& counts) : folder_(folder), sense_counts_(counts) {
        data_.emplace('n', open(folder + "/data.noun"));
        data_.emplace('v', open(folder + "/data.verb"));
    }

    /// Of every single word that names happenings, as a verb or a noun.
    std::map<std::string, std::vector<std::string>> all() {
        std::map<std::tuple<std::string, char, int>, double> counts;
        for (const SenseCount& line : sense_counts_) counts[{line.lemma, line.part, line.sense}] = line.count;
        std::map<std::string, std::vector<std::pair<double, std::string>>> found;
        for (const char part : {'v', 'n'}) {
            std::ifstream index = open(folder_ + (part == 'n' ? "/index.noun" : "/index.verb"));
            for (std::string line; std::getline(index, line);) {
                if (line.starts_with(' ') || !single_word(line.substr(0, line.find(' ')))) continue;
                add_word(line, part, counts, found);
            }
        }
        std::map<std::string, std::vector<std::string>> result;
        for (auto& [word, weighted] : found) {
            std::stable_sort(weighted.begin(), weighted.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
            std::vector<std::string>& relatives = result[word];
            for (const auto& [weight, relative] : weighted)
                if (relatives.size() < most && relative != word && std::find(relatives.begin(), relatives.end(), relative) == relatives.end())
                    relatives.push_back(relative);
            if (relatives.empty()) result.erase(word);
        }
        return result;
    }

private:
    static constexpr std::size_t most = 16;
    static constexpr std::ptrdiff_t most_kinds = 12;  // more general ones relate too much: "change", "movement"
    static constexpr double least_share = 0.15;  // of the word's uses: a rare sense relates nothing

    void add_word(const std::string& line, char part, const std::map<std::tuple<std::string, char, int>, double>& counts,
                  std::map<std::string, std::vector<std::pair<double, std::string>>>& found) {
        std::istringstream fields(line);
        std::string word, skip;
        int synsets = 0, pointers = 0;
        fields >> word >> skip >> synsets >> pointers;
        for (int number = 0; number < pointers + 2; ++number) fields >> skip;
        std::vector<std::pair<double, Synset>> senses;
        double total = 0;
        for (int rank = 1; fields >> skip; ++rank) {
            Synset synset = read_synset(data_.at(part), std::stol(skip));
            if (part == 'n' && !synset.happening()) continue;
            const auto counted = counts.find({word, part, rank});
            const double weight = (counted == counts.end() ? 0 : counted->second) + 0.5 / rank;
            total += weight;
            senses.emplace_back(weight, std::move(synset));
        }
        for (const auto& [weight, synset] : senses) {
            if (weight < least_share * total) continue;
            const double share = weight / total;
            for (const std::string& synonym : synset.words)
                if (single_word(synonym)) found[word].emplace_back(share, synonym);
            for (const Synset::Pointer& pointer : synset.pointers) {
                const bool derived = pointer.kind == "+" && pointer.part != part && (pointer.part == 'n' || pointer.part == 'v') &&
                                     synset.words.at(static_cast<std::size_t>(pointer.from - 1)) == word;
                const bool kind_of = pointer.kind == "@" && part == 'n';
                if (!derived && !kind_of) continue;
                const Synset other = read_synset(data_.at(pointer.part), pointer.offset);
                if (pointer.part == 'n' && !other.happening()) continue;
                if (kind_of && (other.file != synset.file || other.kinds() > most_kinds)) continue;
                for (std::size_t i = 0; i < other.words.size(); ++i)
                    if (single_word(other.words[i]) && (kind_of || static_cast<int>(i) + 1 == pointer.to)) {
                        found[word].emplace_back(derived ? share + 1 : share / 2, other.words[i]);
                        found[other.words[i]].emplace_back(derived ? share + 0.5 : share / 3, word);
                    }
            }
        }
    }

    std::string folder_;
    const std::vector<SenseCount>& sense_counts_;
    std::map<char, std::ifstream> data_;
};

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
    const std::vector<SenseCount> counts = read_counts(folder);
    add_counts(counts, words);
    for (const auto& [lemma, word] : words) {
        const std::uint64_t hash = hash_bytes(lemma);
        std::string entry;
        append(entry, static_cast<std::uint16_t>(hash >> 48));
        append(entry, bits_of(word));
        entries.emplace(hash & (word_buckets - 1), entry);
    }
    const auto [word_starts, word_entries] = buckets_of(entries, word_buckets, 4);
    const auto [form_starts, form_texts] = buckets_of(forms, form_buckets, 1);
    std::multimap<std::uint64_t, std::string> relatives;
    constexpr std::uint64_t relative_buckets = 1 << 12;
    for (const auto& [word, related] : Relatives(folder, counts).all()) {
        std::string record = word + '\0';
        for (const std::string& relative : related) record += relative + '\0';
        relatives.emplace(hash_bytes(word) & (relative_buckets - 1), record + '\0');
    }
    const auto [relative_starts, relative_texts] = buckets_of(relatives, relative_buckets, 1);
    const std::string bytes = model_bytes(std::array{word_starts, word_entries, form_starts, form_texts, relative_starts, relative_texts});
    std::ofstream(path, std::ios::binary) << bytes;
    std::cout << words.size() << " words, " << forms.size() << " irregular forms, " << relatives.size() << " words with relatives, " << bytes.size() << " bytes\n";
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
