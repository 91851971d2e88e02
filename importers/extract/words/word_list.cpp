#include "importers/extract/words/word_list.h"

#include "core/text/embedded_file.h"
#include "importers/extract/words/feature_hash.h"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <unordered_map>

namespace annals {
namespace embedded {
const std::vector<EmbeddedFile>& word_lists();
}

namespace {

std::string_view trimmed(std::string_view line) {
    if (const auto comment = line.find('#'); comment != line.npos) line = line.substr(0, comment);
    while (!line.empty() && line.front() <= ' ') line.remove_prefix(1);
    while (!line.empty() && line.back() <= ' ') line.remove_suffix(1);
    return line;
}

std::string_view stem(std::string_view path) {
    path = path.substr(path.rfind('/') + 1);
    return path.substr(0, path.rfind('.'));
}

struct Hash {
    std::size_t operator()(std::string_view name) const { return hash_bytes(name); }
};

}  // namespace

WordList::WordList(std::string_view text) {
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (const auto word = trimmed(text.substr(0, end)); !word.empty()) words_.push_back(word);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    std::sort(words_.begin(), words_.end());
    for (const std::string_view word : words_) {
        const auto first = static_cast<unsigned char>(word[0]);
        lengths_[first] |= 1u << word.size() % 32;
        ++places_[first + 1];
    }
    std::partial_sum(places_.begin(), places_.end(), places_.begin());
}

bool WordList::has(std::string_view word) const {
    const auto first = word.empty() ? 0u : static_cast<unsigned char>(word[0]);
    if (word.empty() || !(lengths_[first] >> word.size() % 32 & 1)) return false;
    return std::binary_search(words_.begin() + places_[first], words_.begin() + places_[first + 1], word);
}

const WordList& word_list(std::string_view name) {
    static const auto lists = [] {
        std::unordered_map<std::string_view, WordList, Hash> all;
        for (const EmbeddedFile& file : embedded::word_lists()) all.emplace(stem(file.path), WordList(file.text));
        return all;
    }();
    const auto found = lists.find(name);
    assert(found != lists.end());
    return found->second;
}

}  // namespace annals
