#include "importers/training/tagger_training.h"

#include "importers/extract/grammar/tag_model.h"
#include "importers/training/perceptron.h"

#include <algorithm>
#include <map>

namespace annals {
namespace {

using TagCounts = std::map<Tag, int>;

// Sections 0 and 1: words seen often enough, with the number of the set of tags they had.
std::vector<std::string> make_dictionary(const std::vector<TreebankSentence>& sentences, const std::map<std::uint64_t, Tag>& settled) {
    std::map<std::uint64_t, TagCounts> counts;
    for (const TreebankSentence& each : sentences) {
        const std::vector<WordForm> forms = word_forms(each.text, each.sentence.tokens);
        for (std::size_t at = 0; at < forms.size(); ++at) ++counts[forms[at].word][each.sentence.tags[at]];
    }
    std::map<std::vector<Tag>, int> sets;  // of tags, with their frequency
    std::map<std::uint64_t, std::vector<Tag>> set_of;
    for (const auto& [word, tags] : counts) {
        int total = 0;
        for (const auto& [tag, count] : tags) total += count;
        if (total < 4) continue;
        for (const auto& [tag, count] : tags)
            if (count * 20 >= total) set_of[word].push_back(tag);
        sets[set_of[word]] += total;
    }
    std::vector<std::pair<int, std::vector<Tag>>> order;
    for (const auto& [set, count] : sets) order.emplace_back(-count, set);
    std::sort(order.begin(), order.end());
    std::map<std::vector<Tag>, std::uint8_t> number;
    for (std::size_t place = 0; place < std::min<std::size_t>(order.size(), 254); ++place)
        number[order[place].second] = static_cast<std::uint8_t>(place + 1);

    constexpr std::uint64_t buckets = 1 << 12;
    std::map<std::uint64_t, std::vector<WordTags>> by_bucket;
    for (const auto& [word, set] : set_of) {
        const TagCounts& tags = counts[word];
        WordTags entry{static_cast<std::uint16_t>(word >> 48), number.contains(set) ? number[set] : std::uint8_t{0}, Tag::none};
        if (tags.size() == 1 && tags.begin()->second >= 30) entry.only = tags.begin()->first;
        if (const auto found = settled.find(word); found != settled.end()) entry.only = found->second;
        by_bucket[word & (buckets - 1)].push_back(entry);
    }
    std::vector<std::uint32_t> starts;
    std::vector<WordTags> entries;
    for (std::uint64_t bucket = 0; bucket < buckets; ++bucket) {
        starts.push_back(static_cast<std::uint32_t>(entries.size()));
        entries.insert(entries.end(), by_bucket[bucket].begin(), by_bucket[bucket].end());
    }
    starts.push_back(static_cast<std::uint32_t>(entries.size()));
    return {std::string(reinterpret_cast<const char*>(starts.data()), starts.size() * sizeof starts[0]),
            std::string(reinterpret_cast<const char*>(entries.data()), entries.size() * sizeof entries[0])};
}

Tag best(const std::array<float, 64>& scores) {
    return static_cast<Tag>(std::max_element(scores.begin() + 1, scores.begin() + tag_count) - scores.begin());
}

void learn(Perceptron& perceptron, const TagDictionary& dictionary, std::vector<WordForm> forms, const std::vector<Tag>& gold,
           float margin) {
    TagInput input{std::move(forms), {}};
    for (const WordForm& form : input.forms) input.known.push_back(dictionary.find(form.word));
    std::vector<Tag> tags(gold.size(), Tag::none);
    for (std::size_t at = 0; at < gold.size(); ++at) {
        tags[at] = input.known[at].only;
        if (tags[at] != Tag::none) continue;
        TagFeatures features;
        features_of_word(input, at, features);
        features_behind_tag(input, at, tags, features);
        features_of_place(input, at, tags, features);
        const std::array<std::span<const std::uint64_t>, 3> all = {features.of_word, features.behind_tag, features.of_place};
        std::array<float, 64> scores{};
        for (const auto& list : all) perceptron.add(list, scores.data());
        tags[at] = best(scores);
        // It must win by a margin, or else it has not learnt it.
        scores[static_cast<std::size_t>(gold[at])] -= margin;
        if (const Tag rival = best(scores); rival != gold[at])
            for (const auto& list : all) perceptron.update(list, static_cast<int>(gold[at]), static_cast<int>(rival));
        perceptron.step();
    }
}

// Words that a tagger gives one tag nearly wherever they stand (199 times in 200), in small letters and in capitals: it need not be asked.
std::map<std::uint64_t, Tag> settled_words(const std::vector<TreebankSentence>& sentences, const TagModel& model) {
    std::map<std::uint64_t, TagCounts> counts;
    Tagger tagger(model);
    const auto count = [&](const TreebankSentence& each) {
        const std::vector<WordForm> forms = word_forms(each.text, each.sentence.tokens);
        const std::vector<Tag> tags = tagger.tags(forms);
        for (std::size_t at = 0; at < forms.size(); ++at) ++counts[forms[at].word][tags[at]];
    };
    for (const TreebankSentence& each : sentences) count(each), count(in_case(each, Case::upper));
    std::map<std::uint64_t, Tag> settled;
    for (const auto& [word, tags] : counts) {
        int total = 0;
        for (const auto& [tag, times] : tags) total += times;
        for (const auto& [tag, times] : tags)
            if (total >= 100 && times * 1000 >= total * 995) settled[word] = tag;
    }
    return settled;
}

}  // namespace

std::string train_tagger(const std::vector<TreebankSentence>& sentences, const TaggerSettings& settings) {
    std::vector<std::string> sections = make_dictionary(sentences, {});
    const std::string dictionary_bytes = model_bytes(sections);
    const ModelFile file(dictionary_bytes);
    const TagDictionary dictionary(file.section<std::uint32_t>(0), file.section<WordTags>(1));

    std::vector<std::vector<WordForm>> forms;
    std::vector<std::size_t> order;
    for (const TreebankSentence& each : sentences) {
        order.push_back(forms.size());
        forms.push_back(word_forms(each.text, each.sentence.tokens));
    }
    Dice dice(20);
    Perceptron perceptron;
    for (int round = 0; round < settings.rounds; ++round) {
        shuffle(order, dice);
        for (const std::size_t number : order) {
            const std::vector<Tag>& gold = sentences[number].sentence.tags;
            // Headlines, tables and hasty writers: some sentences of each round change their case.
            const std::size_t chance = dice.below(100);
            if (chance < 16) {
                const TreebankSentence changed = in_case(sentences[number], chance < 8    ? Case::lower
                                                                            : chance < 11 ? Case::upper
                                                                                          : Case::title);
                learn(perceptron, dictionary, word_forms(changed.text, changed.sentence.tokens), gold, settings.margin);
            } else {
                learn(perceptron, dictionary, forms[number], gold, settings.margin);
            }
        }
    }
    for (std::string& section : pack_weights(averaged({&perceptron, 1}, settings.unit, settings.rarest), tag_count, Packing::small)) sections.push_back(std::move(section));
    const std::string asked = model_bytes(sections);
    std::vector<std::string> dictionary_now = make_dictionary(sentences, settled_words(sentences, TagModel(ModelFile(asked))));
    std::move(dictionary_now.begin(), dictionary_now.end(), sections.begin());
    return model_bytes(sections);
}

}  // namespace annals
