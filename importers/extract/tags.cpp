#include "importers/extract/feature_hash.h"
#include "importers/extract/grammar.h"
#include "importers/extract/tag_model.h"

#include <algorithm>

namespace annals {

WordTags TagDictionary::find(std::uint64_t word) const {
    const std::uint64_t bucket = word & (starts_.size() - 2);
    for (std::uint32_t entry = starts_[bucket]; entry < starts_[bucket + 1]; ++entry)
        if (entries_[entry].fingerprint == word >> 48) return entries_[entry];
    return {};
}

TagFeatures tag_features(const TagInput& input, std::size_t at, std::span<const Tag> tags) {
    static const WordForm outside;
    const auto form = [&](std::ptrdiff_t offset) -> const WordForm& {
        const std::size_t place = at + static_cast<std::size_t>(offset);
        return place < input.forms.size() ? input.forms[place] : outside;
    };
    // Of words that training hardly saw, their ends and WordNet tell what they may be.
    const auto kind = [&](std::ptrdiff_t offset) -> std::uint64_t {
        const std::size_t place = at + static_cast<std::size_t>(offset);
        if (place >= input.forms.size()) return 1;
        const WordTags known = input.known[place];
        return known.ambiguity != 0 ? known.ambiguity + 2u : (input.forms[place].suffix[1] | 1u << 10);
    };
    const auto tag_before = [&](std::size_t distance) -> std::uint64_t {
        return at >= distance ? static_cast<std::uint64_t>(tags[at - distance]) : 63;
    };

    const WordForm &now = form(0), &next = form(1), &after = form(2), &last = form(-1), &before = form(-2);
    const std::uint64_t t1 = tag_before(1), t2 = tag_before(2), here = kind(0), k1 = kind(1), k2 = kind(2);
    const std::uint64_t letters = now.capital + 2u * now.upper + 4u * (at == 0) + 8u;
    std::uint64_t number = 0;
    TagFeatures out;
    const auto put = [&](std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
        out[number] = feature(number, a, b, c);
        ++number;
    };
    put(1);
    put(now.word);
    put(now.word, letters);
    put(last.word);
    put(next.word);
    put(before.word);
    put(after.word);
    put(t1);
    put(t1, t2);
    put(t1, t2, here);
    put(t1, now.word);
    put(t2, now.word);
    put(t1, here);
    put(t1, here, k1);
    put(t1, k1);
    put(here, k1);
    put(here, k1, k2);
    put(k1, k2);
    put(t1, t2, now.word);
    put(last.word, now.word);
    put(now.word, next.word);
    put(now.word, k1);
    put(here, next.word);
    put(last.word, here);
    put(t1, next.word);
    put(last.word, next.word);
    put(now.word, after.word);
    put(here, letters);
    put(now.suffix[0]);
    put(now.suffix[1]);
    put(now.suffix[2]);
    put(now.suffix[3]);
    put(now.suffix[2], letters);
    put(now.suffix[2], t1);
    put(now.suffix[1], k1);
    put(now.prefix[1]);
    put(now.prefix[2]);
    put(now.shape, at == 0);
    put(now.shape, now.suffix[1]);
    put(now.senses, 1);
    put(now.senses & 0xFF7600, now.suffix[1], t1);
    put(last.senses, now.senses & 0xFF7600, next.senses & 0x7600);
    put(letters, last.capital + 2u * next.capital, here);
    put(letters, t1, now.suffix[2]);
    put(now.senses & 0x7FFF, letters, t1);
    put(next.senses, now.senses & 0x7FFF);
    put(last.suffix[1], now.suffix[1], t2);
    static_assert(tag_feature_count == 47);
    return out;
}

TagModel::TagModel(const ModelFile& model) : dictionary(model.section<std::uint32_t>(0), model.section<WordTags>(1)), weights(model, 2, tag_count) {}

std::vector<Tag> predict_tags(const TagModel& model, std::vector<WordForm> forms) {
    TagInput input{std::move(forms), {}};
    input.known.reserve(input.forms.size());
    for (const WordForm& form : input.forms) input.known.push_back(model.dictionary.find(form.word));
    std::vector<Tag> tags(input.forms.size(), Tag::none);
    for (std::size_t at = 0; at < tags.size(); ++at) {
        if (input.known[at].only != Tag::none) {
            tags[at] = input.known[at].only;
            continue;
        }
        std::array<std::int16_t, score_width(tag_count)> scores{};
        model.weights.add(tag_features(input, at, tags), scores.data());
        tags[at] = static_cast<Tag>(std::max_element(scores.begin() + 1, scores.begin() + tag_count) - scores.begin());
    }
    return tags;
}

void tag(std::string_view text, Sentence& sentence) {
    static const TagModel model(embedded_model("tagger"));
    sentence.tags = predict_tags(model, word_forms(text, sentence.tokens));
}

bool has_tag(std::string_view text, Sentence& sentence, std::size_t i, TagSet tags) {
    if (!tags || i >= sentence.tokens.size()) return false;
    if (sentence.tags.empty()) tag(text, sentence);
    return tags & only(sentence.tags[i]);
}

}  // namespace annals
