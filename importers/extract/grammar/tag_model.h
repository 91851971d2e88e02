// The tagger's inside: its features, and the step that training and tagging share.
#pragma once

#include "importers/extract/words/weights.h"
#include "importers/extract/words/word_form.h"

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
    Tag only = Tag::none;        // the tag, when the word is frequent and hardly ever has another
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

/// A sentence as the tagger sees it.
struct TagInput {
    std::vector<WordForm> forms;
    std::vector<WordTags> known;
};
/// Features of a token: of the word alone, of the word behind a tag, and of where it stands.
struct TagFeatures {
    std::array<std::uint64_t, 14> of_word;
    std::array<std::uint64_t, 7> behind_tag;
    std::array<std::uint64_t, 26> of_place;
};
/// Each fills its part of `out` for token `at`; `tags` are those of the tokens before it.
void features_of_word(const TagInput& input, std::size_t at, TagFeatures& out);
void features_behind_tag(const TagInput& input, std::size_t at, std::span<const Tag> tags, TagFeatures& out);
void features_of_place(const TagInput& input, std::size_t at, std::span<const Tag> tags, TagFeatures& out);

/// Sections of tagger.model: 0, 1 the dictionary, 2, 3 the weights.
struct TagModel {
    TagDictionary dictionary;
    Weights weights;

    explicit TagModel(const ModelFile& model);
};

/// Tags sentence after sentence by a model, which must live as long. What the words it met last say by themselves and behind a tag is kept:
/// few are new.
class Tagger {
public:
    explicit Tagger(const TagModel& model) : model_(model) {}
    std::vector<Tag> tags(std::vector<WordForm> forms);

private:
    using TagScores = std::array<std::int16_t, score_width(tag_count)>;
    struct Met {
        std::uint64_t key = 0;  // of the word as it is written, and of the tag; 0 for none
        TagScores scores{};
    };
    template <typename Features>
    const TagScores& kept(std::uint64_t key, const Features& features);
    void make_room();

    const TagModel& model_;
    std::vector<Met> met_ = std::vector<Met>(std::size_t{1} << 10);  // by key, the last comer stays; grows with what comes
    std::size_t came_ = 0;                                           // how many did
};

}  // namespace annals
