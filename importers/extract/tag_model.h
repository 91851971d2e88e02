// The tagger's inside: its features, and the step that training and tagging share.
#pragma once

#include "importers/extract/weights.h"
#include "importers/extract/word_form.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace annals {

constexpr std::size_t tag_count = static_cast<std::size_t>(Tag::punctuation) + 1;

/// Which tags a word of the training text had: 0 is "too rare to say".
struct WordTags {
    std::uint16_t fingerprint = 0;
    std::uint8_t ambiguity = 0;  // number of the set of tags
    Tag only = Tag::none;        // the tag, when there was but one and the word is frequent
};

/// Word -> WordTags; a view into a model: u32 starts of buckets, then entries.
class TagDictionary {
public:
    TagDictionary(std::span<const std::uint32_t> starts, std::span<const WordTags> entries) : starts_(starts), entries_(entries) {}
    WordTags find(std::uint64_t word) const;

private:
    std::span<const std::uint32_t> starts_;
    std::span<const WordTags> entries_;
};

constexpr std::size_t tag_feature_count = 47;
using TagFeatures = std::array<std::uint64_t, tag_feature_count>;

/// A sentence as the tagger sees it.
struct TagInput {
    std::vector<WordForm> forms;
    std::vector<WordTags> known;
};
/// Features of token `at`, given the tags of the tokens before it.
TagFeatures tag_features(const TagInput& input, std::size_t at, std::span<const Tag> tags);

/// Sections of tagger.model: 0, 1 the dictionary, 2, 3 the weights.
struct TagModel {
    TagDictionary dictionary;
    Weights weights;

    explicit TagModel(const ModelFile& model);
};
std::vector<Tag> predict_tags(const TagModel& model, std::vector<WordForm> forms);

}  // namespace annals
