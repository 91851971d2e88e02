#include "importers/extract/words/wordnet.h"

#include "importers/extract/words/feature_hash.h"
#include "importers/extract/words/model_file.h"

#include <cstring>

// Sections of wordnet.model, written by importers/training/pack_wordnet.cpp:
// 0 u32 starts of the buckets of 1; 1 entries u16 fingerprint, u16 bits;
// 2 u32 starts of the buckets of 3; 3 texts: part, inflected form, zero, base form, zero;
// 4 u32 starts of the buckets of 5; 5 texts: word, zero, its relatives with a zero after each, zero.
namespace annals {
namespace {

struct Wordnet {
    std::span<const std::uint32_t> word_starts, form_starts, relative_starts;
    const std::uint16_t* words;
    const char *forms, *relatives;

    explicit Wordnet(const ModelFile& model)
        : word_starts(model.section<std::uint32_t>(0)),
          form_starts(model.section<std::uint32_t>(2)),
          relative_starts(model.section<std::uint32_t>(4)),
          words(model.section<std::uint16_t>(1).data()),
          forms(model.section<char>(3).data()),
          relatives(model.section<char>(5).data()) {}
};

const Wordnet& wordnet() {
    static const Wordnet instance(embedded_model("wordnet"));
    return instance;
}

}  // namespace

WordSenses word_senses(std::string_view word) {
    const Wordnet& model = wordnet();
    const std::uint64_t hash = hash_bytes(word);
    const std::uint64_t bucket = hash & (model.word_starts.size() - 2);
    for (std::uint32_t entry = model.word_starts[bucket]; entry < model.word_starts[bucket + 1]; ++entry)
        if (model.words[2 * entry] == hash >> 48) return {model.words[2 * entry + 1]};
    return {};
}

std::string_view irregular_base(std::string_view word, char part) {
    const Wordnet& model = wordnet();
    const std::uint64_t bucket = hash_bytes(word, static_cast<std::uint64_t>(part)) & (model.form_starts.size() - 2);
    const char* const end = model.forms + model.form_starts[bucket + 1];
    for (const char* at = model.forms + model.form_starts[bucket]; at < end;) {
        const std::string_view form(at + 1);
        const std::string_view base(form.data() + form.size() + 1);
        if (*at == part && form == word) return base;
        at = base.data() + base.size() + 1;
    }
    return {};
}

std::vector<std::string_view> related_words(std::string_view word) {
    const Wordnet& model = wordnet();
    const std::uint64_t bucket = hash_bytes(word) & (model.relative_starts.size() - 2);
    const char* const end = model.relatives + model.relative_starts[bucket + 1];
    for (const char* at = model.relatives + model.relative_starts[bucket]; at < end;) {
        const std::string_view known(at);
        const bool wanted = known == word;
        std::vector<std::string_view> relatives;
        for (at += known.size() + 1; *at != 0;) {
            const std::string_view relative(at);
            if (wanted) relatives.push_back(relative);
            at += relative.size() + 1;
        }
        ++at;
        if (wanted) return relatives;
    }
    return {};
}

}  // namespace annals
