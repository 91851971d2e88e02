#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tag_model.h"
#include "importers/extract/words/feature_hash.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace annals {

WordTags TagDictionary::find(std::uint64_t word) const {
    const std::uint64_t bucket = word & (starts_.size() - 2);
    for (std::uint32_t entry = starts_[bucket]; entry < starts_[bucket + 1]; ++entry)
        if (entries_[entry].fingerprint == word >> 48) return entries_[entry];
    return {};
}

namespace {

// Of words that training hardly saw, their ends and WordNet tell what they may be.
std::uint64_t kind_of(const WordForm& form, WordTags known) { return known.ambiguity != 0 ? known.ambiguity + 2u : (form.suffix[1] | 1u << 10); }

std::uint64_t letters_of(const WordForm& form, bool first) { return form.capital + 2u * form.upper + 4u * first + 8u; }

std::uint64_t tag_before(std::span<const Tag> tags, std::size_t at, std::size_t distance) {
    return at >= distance ? static_cast<std::uint64_t>(tags[at - distance]) : 63;
}

/// Writes the features one after another. The number of a template is part of the model.
class Writer {
public:
    explicit Writer(std::span<std::uint64_t> out) : next_(out.data()), end_(out.data() + out.size()) {}
    void operator()(std::uint64_t number, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) { *next_++ = feature(number, a, b, c); }
    bool done() const { return next_ == end_; }

private:
    std::uint64_t *next_, *end_;
};

}  // namespace

void features_of_word(const TagInput& input, std::size_t at, TagFeatures& out) {
    const WordForm& now = input.forms[at];
    const bool first = at == 0;
    const std::uint64_t letters = letters_of(now, first), here = kind_of(now, input.known[at]);
    Writer put(out.of_word);
    put(0, 1);
    put(1, now.word);
    put(2, now.word, letters);
    put(27, here, letters);
    put(28, now.suffix[0]);
    put(29, now.suffix[1]);
    put(30, now.suffix[2]);
    put(31, now.suffix[3]);
    put(32, now.suffix[2], letters);
    put(35, now.prefix[1]);
    put(36, now.prefix[2]);
    put(37, now.shape, first);
    put(38, now.shape, now.suffix[1]);
    put(39, now.senses, 1);
    assert(put.done());
}

void features_behind_tag(const TagInput& input, std::size_t at, std::span<const Tag> tags, TagFeatures& out) {
    const WordForm& now = input.forms[at];
    const std::uint64_t tag = tag_before(tags, at, 1), letters = letters_of(now, at == 0);
    Writer put(out.behind_tag);
    put(7, tag);
    put(10, tag, now.word);
    put(12, tag, kind_of(now, input.known[at]));
    put(33, now.suffix[2], tag);
    put(40, now.senses & 0xFF7600, now.suffix[1], tag);
    put(43, letters, tag, now.suffix[2]);
    put(44, now.senses & 0x7FFF, letters, tag);
    assert(put.done());
}

void features_of_place(const TagInput& input, std::size_t at, std::span<const Tag> tags, TagFeatures& out) {
    static const WordForm outside;
    const auto form = [&](std::ptrdiff_t offset) -> const WordForm& {
        const std::size_t place = at + static_cast<std::size_t>(offset);
        return place < input.forms.size() ? input.forms[place] : outside;
    };
    const auto kind = [&](std::size_t offset) -> std::uint64_t {
        const std::size_t place = at + offset;
        return place < input.forms.size() ? kind_of(input.forms[place], input.known[place]) : 1;
    };

    const WordForm &now = form(0), &next = form(1), &after = form(2), &last = form(-1), &before = form(-2);
    const std::uint64_t t1 = tag_before(tags, at, 1), t2 = tag_before(tags, at, 2), here = kind(0), k1 = kind(1), k2 = kind(2);
    const std::uint64_t letters = letters_of(now, at == 0);
    Writer put(out.of_place);
    put(3, last.word);
    put(4, next.word);
    put(5, before.word);
    put(6, after.word);
    put(8, t1, t2);
    put(9, t1, t2, here);
    put(11, t2, now.word);
    put(13, t1, here, k1);
    put(14, t1, k1);
    put(15, here, k1);
    put(16, here, k1, k2);
    put(17, k1, k2);
    put(18, t1, t2, now.word);
    put(19, last.word, now.word);
    put(20, now.word, next.word);
    put(21, now.word, k1);
    put(22, here, next.word);
    put(23, last.word, here);
    put(24, t1, next.word);
    put(25, last.word, next.word);
    put(26, now.word, after.word);
    put(34, now.suffix[1], k1);
    put(41, last.senses, now.senses & 0xFF7600, next.senses & 0x7600);
    put(42, letters, last.capital + 2u * next.capital, here);
    put(45, next.senses, now.senses & 0x7FFF);
    put(46, last.suffix[1], now.suffix[1], t2);
    assert(put.done());
}

TagModel::TagModel(const ModelFile& model) : dictionary(model.section<std::uint32_t>(0), model.section<WordTags>(1)), weights(model, 2, tag_count) {}

/// The scores that were kept by that key, else those of `features()`, which are kept until others take their place.
template <typename Features>
const Tagger::TagScores& Tagger::kept(std::uint64_t key, const Features& features) {
    Met& met = met_[key >> 32 & (met_.size() - 1)];
    if (met.key != key) {
        ++came_;
        met = {key, {}};
        model_.weights.add(features(), met.scores.data());
    }
    return met.scores;
}

void Tagger::make_room() {
    const std::vector<Met> old = std::exchange(met_, std::vector<Met>(4 * met_.size()));
    for (const Met& met : old)
        if (met.key) met_[met.key >> 32 & (met_.size() - 1)] = met;
}

std::vector<Tag> Tagger::tags(std::vector<WordForm> forms) {
    constexpr std::size_t most_met = std::size_t{1} << 14;
    if (came_ > met_.size() && met_.size() < most_met) make_room();
    TagInput input{std::move(forms), {}};
    input.known.reserve(input.forms.size());
    for (const WordForm& form : input.forms) input.known.push_back(model_.dictionary.find(form.word));
    std::vector<Tag> tags(input.forms.size(), Tag::none);
    TagFeatures features;
    for (std::size_t at = 0; at < tags.size(); ++at) {
        if (input.known[at].only != Tag::none) {
            tags[at] = input.known[at].only;
            continue;
        }
        const WordForm& form = input.forms[at];
        const std::uint64_t word = feature(form.word, form.shape, form.senses, letters_of(form, at == 0)) | 1;
        const auto of_word = [&] { features_of_word(input, at, features); return std::span(features.of_word); };
        const auto behind_tag = [&] { features_behind_tag(input, at, tags, features); return std::span(features.behind_tag); };
        TagScores scores = kept(word, of_word);
        const TagScores& more = kept(feature(word, tag_before(tags, at, 1)) | 1, behind_tag);
        for (std::size_t i = 0; i < scores.size(); ++i) scores[i] = static_cast<std::int16_t>(scores[i] + more[i]);
        features_of_place(input, at, tags, features);
        model_.weights.add(features.of_place, scores.data());
        tags[at] = static_cast<Tag>(std::max_element(scores.begin() + 1, scores.begin() + tag_count) - scores.begin());
    }
    return tags;
}

void tag(std::string_view text, Sentence& sentence) {
    static const TagModel model(embedded_model("tagger"));
    thread_local Tagger tagger(model);
    sentence.tags = tagger.tags(word_forms(text, sentence.tokens));
}

bool has_tag(std::string_view text, Sentence& sentence, std::size_t i, TagSet tags) {
    if (!tags || i >= sentence.tokens.size()) return false;
    if (sentence.tags.empty()) tag(text, sentence);
    return tags & only(sentence.tags[i]);
}

}  // namespace annals
