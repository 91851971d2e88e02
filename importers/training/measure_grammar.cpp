// measure_grammar TREEBANK.conllu... : accuracy and speed of the embedded models, as bench/results.md states them.
#include "importers/extract/grammar/grammar.h"
#include "importers/extract/words/word_form.h"
#include "importers/training/treebank.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>

namespace annals {
namespace {

struct Share {
    std::size_t right = 0, all = 0;

    void count(bool is_right) {
        right += is_right;
        ++all;
    }
    double percent() const { return all == 0 ? 0 : 100.0 * static_cast<double>(right) / static_cast<double>(all); }
};

bool has_inflection(Tag tag) {
    const std::string_view name = to_string(tag);
    return name.starts_with("VB") || name.starts_with("NN") || name.starts_with("JJ") || name.starts_with("RB");
}

// Best of five: the machine is shared.
template <typename Work>
double tokens_a_second(const std::vector<TreebankSentence>& sentences, Work work) {
    using Clock = std::chrono::steady_clock;
    double best = 0;
    for (int round = 0; round < 5; ++round) {
        std::vector<TreebankSentence> copies = sentences;
        std::size_t tokens = 0;
        const auto begin = Clock::now();
        for (TreebankSentence& each : copies) {
            work(each);
            tokens += each.sentence.tokens.size();
        }
        best = std::max(best, static_cast<double>(tokens) / std::chrono::duration<double>(Clock::now() - begin).count());
    }
    return best;
}

void measure(const std::string& path) {
    const std::vector<TreebankSentence> gold = read_treebank(path);
    std::vector<TreebankSentence> bare = gold;
    for (TreebankSentence& each : bare) each.sentence.tags.clear(), each.sentence.heads.clear(), each.sentence.relations.clear();
    std::vector<TreebankSentence> tagged = bare;
    Share tags, lemmas;
    for (std::size_t number = 0; number < gold.size(); ++number) {
        const TreebankSentence& right = gold[number];
        tag(right.text, tagged[number].sentence);
        for (std::size_t at = 0; at < right.sentence.tags.size(); ++at) {
            const Tag tag = right.sentence.tags[at];
            tags.count(tagged[number].sentence.tags[at] == tag);
            if (has_inflection(tag))
                lemmas.count(lemma(words(right.text, right.sentence.tokens[at].span), tag) == fold_word(right.lemmas[at]));
        }
    }
    Share heads, arcs, bare_heads, bare_arcs;
    std::vector<TreebankSentence> parsed = tagged;
    for (std::size_t number = 0; number < gold.size(); ++number) {
        const Sentence& right = gold[number].sentence;
        Sentence& now = parsed[number].sentence;
        parse(gold[number].text, now);
        for (std::size_t at = 0; at < right.heads.size(); ++at) {
            const bool head = now.heads[at] == right.heads[at], arc = head && now.relations[at] == right.relations[at];
            heads.count(head);
            arcs.count(arc);
            if (right.tags[at] == Tag::punctuation) continue;
            bare_heads.count(head);
            bare_arcs.count(arc);
        }
    }
    const auto tagging = [](TreebankSentence& each) { tag(each.text, each.sentence); };
    std::printf("%s: %zu tokens\n", path.c_str(), tags.all);
    std::printf("  tags    %.2f %%   %.0f tokens/s\n", tags.percent(), tokens_a_second(bare, tagging));
    const auto parsing = [](TreebankSentence& each) { parse(each.text, each.sentence); };
    std::printf("  heads   %.2f %%   %.0f tokens/s, tags given (without marks %.2f %%)\n", heads.percent(), tokens_a_second(tagged, parsing),
                bare_heads.percent());
    std::printf("  arcs    %.2f %%   heads with relation (without marks %.2f %%)\n", arcs.percent(), bare_arcs.percent());
    std::printf("  lemmas  %.2f %% of nouns, verbs, adjectives, adverbs, given their tag\n", lemmas.percent());
}

}  // namespace
}  // namespace annals

int main(int argc, char** argv) {
    for (int number = 1; number < argc; ++number) annals::measure(argv[number]);
}
