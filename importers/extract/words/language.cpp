#include "importers/extract/words/language.h"

#include "core/text/ascii.h"
#include "core/text/embedded_file.h"
#include "core/text/utf8.h"
#include "importers/extract/words/feature_hash.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstdint>
#include <unordered_map>
#include <vector>

namespace annals {
namespace embedded {
const std::vector<EmbeddedFile>& languages();
}

namespace {

constexpr std::size_t fewest_words = 30;    // to name a language
constexpr std::size_t fewest_unnamed = 100; // to say that a text is in none of those that are known
constexpr std::size_t most_words = 20000;   // that are looked at
// Of the words of a text so many are among the short words of its language: .3 to .45, of another one at most .1.
constexpr double least_share = 0.15, least_english = 0.1, times_english = 1.5;

struct Script {
    char32_t first, last;
    std::string_view name;
};
constexpr std::array scripts{
    Script{0x370, 0x3ff, "Greek"},      Script{0x400, 0x52f, "Cyrillic"},   Script{0x530, 0x58f, "Armenian"},   Script{0x590, 0x5ff, "Hebrew"},
    Script{0x600, 0x77f, "Arabic"},     Script{0x900, 0x97f, "Devanagari"}, Script{0x980, 0x9ff, "Bengali"},    Script{0xa00, 0xdff, "Indian"},
    Script{0xe00, 0xe7f, "Thai"},       Script{0xe80, 0xeff, "Lao"},        Script{0x10a0, 0x10ff, "Georgian"}, Script{0x1200, 0x139f, "Ethiopic"},
    Script{0x1780, 0x17ff, "Khmer"},    Script{0x3040, 0x30ff, "Japanese"}, Script{0x4e00, 0x9fff, "Chinese"},  Script{0xac00, 0xd7af, "Korean"},
};

constexpr char small = 0x20;  // the bit of small letters, of Latin-1 ones in their second byte too

/// Letter by letter. Only short ones tell a language: a longer one is without its text.
class Word {
public:
    static constexpr std::size_t longest = 15;

    void add(char c) {
        if (size_ < longest) letters_[size_] = c;
        ++size_;
    }
    bool empty() const { return size_ == 0; }
    std::string_view text() const { return size_ <= longest ? std::string_view(letters_.data(), size_) : std::string_view(); }

private:
    std::array<char, longest> letters_{};
    std::size_t size_ = 0;
};

/// Lines "French: le la les ...".
class Languages {
public:
    explicit Languages(std::string_view table) {
        while (!table.empty()) {
            const std::size_t end = std::min(table.find('\n'), table.size());
            add(table.substr(0, end));
            table.remove_prefix(std::min(end + 1, table.size()));
        }
        assert(names_.size() <= 64 && names_[0] == "English");
    }
    /// A bit for each language that has the word.
    std::uint64_t of(std::string_view word) const {
        const auto found = words_.find(word);
        return found == words_.end() ? 0 : found->second;
    }
    const std::vector<std::string_view>& names() const { return names_; }

private:
    void add(std::string_view line) {
        const std::size_t colon = line.find(':');
        if (line.starts_with('#') || colon == line.npos) return;
        for (std::size_t at = colon + 1; at < line.size();) {
            const std::size_t end = std::min(line.find(' ', at), line.size());
            if (end > at) words_[line.substr(at, end - at)] |= std::uint64_t{1} << names_.size();
            assert(end - at <= Word::longest);
            at = end + 1;
        }
        names_.push_back(line.substr(0, colon));
    }

    struct Hash {
        std::size_t operator()(std::string_view word) const { return hash_bytes(word); }
    };
    std::vector<std::string_view> names_;
    std::unordered_map<std::string_view, std::uint64_t, Hash> words_;
};

const Languages& known_languages() {
    static const Languages languages(embedded::languages().front().text);
    return languages;
}

class Evidence {
public:
    void add(std::string_view text) {
        Word word;
        const auto finish = [&] {
            if (!word.empty()) count(word);
            word = {};
        };
        for (std::size_t at = 0; at < text.size() && words_ < most_words;) {
            const std::size_t begin = at;
            for (; at < text.size() && is_ascii_letter(text[at]); ++at) word.add(static_cast<char>(text[at] | small));
            latin_ += at - begin;
            if (at > begin) continue;
            const char32_t c = next_code_point(text, at);
            const std::string_view bytes = text.substr(begin, at - begin);
            if (c < 0x80) {
                if (c == '\'' && !word.empty()) word.add('\'');
                else finish();
            } else if ((c >= 0xc0 && c < 0x2b0 && c != 0xd7 && c != 0xf7) || (c >= 0x1e00 && c < 0x1f00)) {
                for (const char byte : bytes.substr(0, bytes.size() - 1)) word.add(byte);
                word.add(static_cast<char>(c < 0xdf ? bytes.back() | small : bytes.back()));  // the other capitals are too rare to matter
            } else if (c == 0x2019 && !word.empty()) {
                word.add('\'');
            } else {
                finish();
                if (const auto* script = script_of(c)) ++letters_[static_cast<std::size_t>(script - scripts.data())];
            }
            latin_ += !word.empty();
        }
        finish();
    }

    std::string other_language() const {
        const auto most = std::max_element(letters_.begin(), letters_.end());
        std::size_t foreign = 0;
        for (const std::size_t letters : letters_) foreign += letters;
        if (foreign > latin_ && foreign >= 3 * fewest_words) return std::string(scripts[static_cast<std::size_t>(most - letters_.begin())].name) + " letters";
        if (words_ < fewest_words) return {};
        const auto& names = languages_.names();
        std::size_t best = 1;
        for (std::size_t i = 2; i < names.size(); ++i)
            if (shared_[i] > shared_[best]) best = i;
        const auto share = [&](std::size_t i) { return static_cast<double>(shared_[i]) / static_cast<double>(words_); };
        if (share(best) >= least_share && share(best) >= times_english * share(0)) return std::string(names[best]);
        if (words_ >= fewest_unnamed && share(0) < least_english) return "another language than English";
        return {};
    }

private:
    static const Script* script_of(char32_t c) {
        const auto script = std::find_if(scripts.begin(), scripts.end(), [&](const Script& s) { return c >= s.first && c <= s.last; });
        return script == scripts.end() ? nullptr : &*script;
    }

    void count(const Word& word) {
        ++words_;
        for (std::uint64_t languages = languages_.of(word.text()); languages; languages &= languages - 1)
            ++shared_[static_cast<std::size_t>(std::countr_zero(languages))];
    }

    const Languages& languages_ = known_languages();
    std::size_t words_ = 0, latin_ = 0;
    std::array<std::size_t, 64> shared_{};
    std::array<std::size_t, scripts.size()> letters_{};
};

}  // namespace

std::string other_language(const Document& document) {
    Evidence evidence;
    for (const Block& block : document.blocks)
        if (block.kind != BlockKind::boilerplate) evidence.add(words(document.text, block.span));
    return evidence.other_language();
}

}  // namespace annals
