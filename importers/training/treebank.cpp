#include "importers/training/treebank.h"

#include "core/model/error.h"
#include "importers/extract/words/feature_hash.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace annals {
namespace {

// The value up to `last` of that name; `none` when there is none.
template <typename Value>
Value value_of(const std::string& name, Value last) {
    for (int number = 1; number <= static_cast<int>(last); ++number)
        if (to_string(static_cast<Value>(number)) == name) return static_cast<Value>(number);
    return Value::none;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

Tag tag_of(const std::string& xpos) {
    if (const Tag tag = value_of(xpos, Tag::punctuation); tag != Tag::none) return tag;
    if (xpos == "ADD") return Tag::NNP;
    if (xpos == "AFX") return Tag::JJ;
    if (xpos == "GW") return Tag::FW;
    if (xpos == "$") return Tag::SYM;
    return Tag::punctuation;
}

Relation relation_of(const std::string& deprel) {
    // UD 2.15 calls the bare nominal of time (and of measure) "unmarked".
    if (deprel == "obl:unmarked") return Relation::obl_tmod;
    if (deprel == "nmod:unmarked") return Relation::nmod_tmod;
    if (const Relation relation = value_of(deprel, Relation::punct); relation != Relation::none) return relation;
    const Relation relation = value_of(deprel.substr(0, deprel.find(':')), Relation::punct);
    return relation == Relation::none ? Relation::dep : relation;
}

std::vector<TreebankSentence> read_treebank(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw Error("cannot read " + path);
    std::vector<TreebankSentence> sentences;
    TreebankSentence now;
    bool space = false;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() && !now.tokens.empty()) {
            now.sentence.tokens = now.tokens;
            now.sentence.span = {0, static_cast<std::uint32_t>(now.text.size())};
            sentences.push_back(std::move(now));
            now = {};
            space = false;
        }
        if (line.empty() || line[0] == '#') continue;
        std::array<std::string, 10> field;
        std::istringstream fields(line);
        for (std::string& text : field) std::getline(fields, text, '\t');
        if (field[0].find_first_of("-.") != std::string::npos) continue;
        Token token;
        token.space_before = space;
        if (space) now.text += ' ';
        token.span.begin = static_cast<std::uint32_t>(now.text.size());
        std::replace(field[1].begin(), field[1].end(), ' ', '_');
        now.text += field[1];
        token.span.end = static_cast<std::uint32_t>(now.text.size());
        token.capital = field[1][0] >= 'A' && field[1][0] <= 'Z';
        token.kind = field[1][0] >= '0' && field[1][0] <= '9' ? TokenKind::number
                     : tag_of(field[4]) == Tag::punctuation   ? TokenKind::mark
                                                              : TokenKind::word;
        space = field[9].find("SpaceAfter=No") == std::string::npos;
        now.tokens.push_back(token);
        now.sentence.tags.push_back(tag_of(field[4]));
        now.sentence.heads.push_back(std::stoi(field[6]) - 1);
        now.sentence.relations.push_back(relation_of(field[7]));
        now.lemmas.push_back(field[2]);
    }
    return sentences;
}

std::size_t Dice::below(std::size_t limit) {
    state_ += 0x9E3779B97F4A7C15u;
    return static_cast<std::size_t>(mix(state_) % limit);
}

TreebankSentence in_case(const TreebankSentence& sentence, Case letters) {
    TreebankSentence changed = sentence;
    for (std::size_t at = 0; at < changed.text.size(); ++at) {
        char& c = changed.text[at];
        if (!is_letter(c)) continue;
        const bool first = at == 0 || changed.text[at - 1] == ' ';
        if (letters == Case::lower) c = static_cast<char>(c | 0x20);
        if (letters == Case::upper || (letters == Case::title && first)) c = static_cast<char>(c & ~0x20);
    }
    return changed;
}

}  // namespace annals
