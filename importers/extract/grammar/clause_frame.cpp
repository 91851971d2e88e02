#include "importers/extract/grammar/clause_frame.h"

#include "importers/extract/grammar/grammar.h"
#include "importers/extract/grammar/tree.h"
#include "importers/extract/words/word_form.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace annals {
namespace {

constexpr std::array<std::string_view, 4> no_words = {"not", "n't", "never", "neither"};
constexpr std::array<std::string_view, 5> nobody = {"nobody", "none", "nothing", "no-one", "noone"};

template <typename Words>
bool among(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_clausal(Relation relation) {
    switch (relation) {
        case Relation::root:
        case Relation::ccomp:
        case Relation::xcomp:
        case Relation::advcl:
        case Relation::acl:
        case Relation::acl_relcl:
        case Relation::csubj:
        case Relation::parataxis:
            return true;
        default:
            return false;
    }
}

class HeadFrames {
public:
    explicit HeadFrames(const Wording& wording) : wording_(wording), sentence_(wording.sentence), tree_(sentence_) {}

    std::vector<ClauseFrame> frames() {
        const auto count = static_cast<std::uint32_t>(sentence_.tokens.size());
        std::vector<std::uint32_t> heads;
        std::vector<bool> verbal(count, false);
        for (std::uint32_t token = 0; token < count; ++token) verbal[token] = is_verbal(token);
        for (std::uint32_t token = 0; token < count; ++token)
            if (opens_clause(token, verbal)) heads.push_back(token);
        // Outer before inner: of two that begin together the longer is the outer one.
        std::stable_sort(heads.begin(), heads.end(), [&](std::uint32_t a, std::uint32_t b) {
            const TokenRange left = tree_.subtree(a), right = tree_.subtree(b);
            return std::tuple(left.first, right.last) < std::tuple(right.first, left.last);
        });
        std::vector<std::int32_t> frame_of(count, -1);
        for (std::size_t number = 0; number < heads.size(); ++number) frame_of[heads[number]] = static_cast<std::int32_t>(number);
        std::vector<ClauseFrame> frames(heads.size());
        for (std::size_t number = 0; number < heads.size(); ++number) {
            ClauseFrame& frame = frames[number];
            const TokenRange range = tree_.subtree(heads[number]);
            frame.first = range.first;
            frame.last = range.last;
            frame.head = heads[number];
            frame.relation = tree_.relation(frame.head);
            frame.governor = tree_.head(frame.head);
            frame.subject = tree_.subject(frame.head);
            std::int32_t up = frame.governor;
            for (std::size_t steps = 0; up >= 0 && frame_of[static_cast<std::size_t>(up)] < 0 && steps < count; ++steps)
                up = tree_.head(static_cast<std::uint32_t>(up));
            frame.parent = up < 0 ? -1 : frame_of[static_cast<std::size_t>(up)];
        }
        read_tail(frames);
        // Each token's small words go to the clause of its head.
        for (std::uint32_t token = 0; token < count; ++token) {
            const std::int32_t head = tree_.head(token);
            if (head < 0) continue;
            if (const std::int32_t number = frame_of[static_cast<std::size_t>(head)]; number >= 0)
                add(frames[static_cast<std::size_t>(number)], token);
        }
        return frames;
    }

private:
    bool is_verbal(std::uint32_t token) const {
        return is_verb(sentence_.tags[token]) || sentence_.tags[token] == Tag::MD || tree_.has_copula(token);
    }

    bool opens_clause(std::uint32_t token, const std::vector<bool>& verbal) const {
        const Relation relation = tree_.relation(token);
        if (relation == Relation::root) return true;
        if (is_clausal(relation)) return verbal[token];
        // Conjoined verbs; also "fell in 1994 and 1996": a conjunct of another kind opens none.
        if (relation != Relation::conj || !verbal[token]) return false;
        const std::int32_t head = tree_.head(token);
        return head >= 0 && verbal[static_cast<std::size_t>(head)];
    }

    // "..., it claims.", "..., the board said.": a tail that only names the speaker is an aside to the whole.
    void read_tail(std::vector<ClauseFrame>& frames) const {
        auto last = static_cast<std::uint32_t>(sentence_.tokens.size());
        while (last > 0 && sentence_.tags[last - 1] == Tag::punctuation) --last;
        const auto is_root = [](const ClauseFrame& frame) { return frame.relation == Relation::root; };
        const auto root = std::find_if(frames.begin(), frames.end(), is_root);
        const auto tail = std::find_if(frames.begin(), frames.end(), [&](const ClauseFrame& frame) { return frame.head + 1 == last; });
        if (root == frames.end() || tail == frames.end() || tail == root || tail->first == 0 || tail->mark >= 0) return;
        if (tail->subject < static_cast<std::int32_t>(tail->first) || !is_reporting_verb(wording_.base(tail->head))) return;
        const auto before = [&](std::uint32_t token) { return token > 0 && wording_.word(token - 1) == ","; };
        if (!before(tail->first) && wording_.word(tail->first) != ",") return;
        tail->relation = Relation::parataxis;
        tail->governor = static_cast<std::int32_t>(root->head);
        tail->parent = static_cast<std::int32_t>(root - frames.begin());
    }

    void add(ClauseFrame& frame, std::uint32_t token) const {
        const std::string_view word = wording_.word(token);
        switch (tree_.relation(token)) {
            case Relation::aux:
            case Relation::aux_pass:
            case Relation::cop:
                frame.helpers.push_back(token);
                break;
            case Relation::mark:
                if (word == "to")
                    frame.infinitive = true;
                else
                    frame.mark = static_cast<std::int32_t>(token);
                break;
            case Relation::nsubj:
            case Relation::nsubj_pass:
            case Relation::obj: {
                // "no one came", "nobody was hurt", "found no survivors"
                // What somebody lacks is a state of its own: "had no mayor". "Pleaded no contest" is a plea.
                if (tree_.relation(token) == Relation::obj && wording_.base(frame.head) == "have") break;
                const std::int32_t determiner = tree_.child(token, Relation::det);
                if (among(nobody, word) || (determiner >= 0 && wording_.word(determiner) == "no" && word != "contest")) frame.negated = true;
                break;
            }
            case Relation::advmod:
            case Relation::case_:
            case Relation::discourse:
            case Relation::compound_prt:
            case Relation::cc:
                frame.modifiers.push_back(token);
                break;
            default:
                break;
        }
        if (among(no_words, word) && tree_.relation(token) != Relation::conj && !is_parted(frame.head, token)) frame.negated = true;
    }

    // "who died on Sunday, never spoke of it": what is parted from the verb before it by a comma is of the next one.
    bool is_parted(std::uint32_t verb, std::uint32_t token) const {
        for (auto i = verb + 1; i < token; ++i)
            if (wording_.word(i) == ",") return is_verb(wording_.tag(token + 1));
        return false;
    }

    const Wording& wording_;
    const Sentence& sentence_;
    Tree tree_;
};

// Words that can begin a clause and are then no part of the one before.
bool begins_clause(const Wording& wording, std::uint32_t token) {
    const Tag tag = wording.tag(token);
    const std::string_view word = wording.word(token);
    if (tag == Tag::punctuation)
        return word == "," || word == ";" || word == ":" || word == "--" || word == "\"" || word == "-" || word == "(" || word == ")";
    if (tag == Tag::IN) {
        constexpr std::array<std::string_view, 17> openers = {"that",    "if",     "because", "although", "though", "while",
                                                              "whereas", "unless", "until",   "after",    "before", "since",
                                                              "as",      "once",   "whether", "than",     "lest"};
        return among(openers, word);
    }
    return tag == Tag::CC || tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS || tag == Tag::WRB;
}

Relation relation_by(std::string_view opener, Tag tag) {
    if (opener == "that") return tag == Tag::WDT ? Relation::acl_relcl : Relation::ccomp;
    if (tag == Tag::WDT || tag == Tag::WP || tag == Tag::WPS) return Relation::acl_relcl;
    if (tag == Tag::IN || tag == Tag::WRB) return Relation::advcl;
    return tag == Tag::CC ? Relation::conj : Relation::parataxis;
}

}  // namespace

Wording::Wording(std::string_view text, const Sentence& sentence_) : sentence(sentence_) {
    verbs.resize(sentence.tokens.size());
    folded_.reserve(sentence.span.size());
    places_.reserve(verbs.size() + 1);
    for (const Token& token : sentence.tokens) {
        places_.push_back(static_cast<std::uint32_t>(folded_.size()));
        append_folded(words(text, token.span), folded_);
    }
    places_.push_back(static_cast<std::uint32_t>(folded_.size()));
    for (std::size_t token = 0; token < sentence.tags.size(); ++token)
        if (is_verb(sentence.tags[token])) verbs[token] = lemma(word(static_cast<std::int64_t>(token)), sentence.tags[token]);
}

std::string Wording::base(std::int64_t token) const { return is_verb(tag(token)) ? verbs[static_cast<std::size_t>(token)] : lemma(word(token), tag(token)); }

std::vector<ClauseFrame> frames_from_heads(const Wording& wording) { return HeadFrames(wording).frames(); }

std::vector<ClauseFrame> frames_from_tags(const Wording& wording) {
    const auto count = static_cast<std::uint32_t>(wording.sentence.tags.size());
    std::vector<ClauseFrame> frames;
    std::uint32_t border = 0;  // where the clause that is being read began
    std::int32_t opener = -1;
    ClauseFrame now;
    bool in_group = false, negated_subject = false, modifier_not = false;
    for (std::uint32_t token = 0; token < count; ++token) {
        const Tag tag = wording.tag(token);
        const std::string_view word = wording.word(token);
        const bool verb = is_verb(tag) || tag == Tag::MD;
        if (!verb && begins_clause(wording, token)) {
            border = token;
            opener = static_cast<std::int32_t>(token);
            in_group = false;
        }
        if (among(no_words, word)) modifier_not = true;
        if (among(nobody, word) || (word == "no" && !verb)) negated_subject = true;
        if (!verb) {
            // Adverbs and a subject after an auxiliary may stand within a verb group.
            if (in_group && tag != Tag::RB && tag != Tag::TO && !(tag == Tag::PRP && token < 3)) in_group = false;
            if (!frames.empty() && in_group && tag == Tag::RB) frames.back().modifiers.push_back(token);
            if (!frames.empty() && in_group && among(no_words, word)) frames.back().negated = true;
            continue;
        }
        const bool after_to = token > 0 && wording.tag(token - 1) == Tag::TO;
        const bool finite = is_finite_verb(tag);
        if (in_group && !finite && !frames.empty()) {
            const std::string base = wording.base(frames.back().head);
            const bool helper =
                wording.tag(frames.back().head) == Tag::MD || base == "be" || base == "have" || base == "do" || base == "get";
            if (helper && (!after_to || base == "be")) {
                frames.back().infinitive = frames.back().infinitive || after_to;
                frames.back().helpers.push_back(frames.back().head);
                frames.back().head = token;
                frames.back().last = token + 1;
                continue;
            }
        }
        // A bare participle before a noun is no clause.
        if (!finite && !after_to && (tag == Tag::VBN || tag == Tag::VBG) && is_noun(wording.tag(token + 1)) && !frames.empty()) continue;
        now = {};
        now.head = token;
        now.infinitive = after_to;
        now.first = frames.empty() ? 0
                    : finite       ? std::max(border, frames.back().head + 1)
                                   : std::max<std::uint32_t>(after_to ? token - 1 : token, frames.back().head + 1);
        now.parent = frames.empty() ? -1 : static_cast<std::int32_t>(frames.size()) - 1;
        now.governor = frames.empty() ? -1 : static_cast<std::int32_t>(frames.back().head);
        now.relation = frames.empty() ? Relation::root : !finite ? Relation::xcomp : Relation::ccomp;
        if (opener >= 0 && static_cast<std::uint32_t>(opener) >= now.first && finite) {
            const Tag tag_of_opener = wording.tag(opener);
            const bool mark = tag_of_opener == Tag::IN || tag_of_opener == Tag::WRB;
            if (!frames.empty()) now.relation = relation_by(wording.word(opener), tag_of_opener);
            if (mark) now.mark = opener;
            // ", who" and ", and": what follows the mark is read by the word behind it.
            if (now.relation == Relation::parataxis) now.relation = Relation::conj;
        }
        now.negated = negated_subject || modifier_not;
        negated_subject = modifier_not = false;
        if (!frames.empty()) frames.back().last = now.first;
        now.last = count;
        frames.push_back(now);
        in_group = true;
    }
    if (frames.empty() && count > 0) {
        now = {};
        now.last = count;
        now.relation = Relation::root;
        frames.push_back(now);
    }
    if (!frames.empty()) frames.back().last = count;
    return frames;
}

}  // namespace annals
