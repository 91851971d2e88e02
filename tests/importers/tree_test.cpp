#include "importers/extract/grammar/tree.h"
#include "tests/catch.hpp"

namespace annals {
namespace {

// "Rebels took the town which fell and burned it": heads drawn by hand.
Sentence drawn() {
    Sentence sentence;
    static TokenRoom room(9);
    sentence.tokens = room;
    sentence.tags = {Tag::NNS, Tag::VBD, Tag::DT, Tag::NN, Tag::WDT, Tag::VBD, Tag::CC, Tag::VBD, Tag::PRP};
    sentence.heads = {1, -1, 3, 1, 5, 3, 7, 1, 7};
    sentence.relations = {Relation::nsubj,     Relation::root, Relation::det,  Relation::obj, Relation::nsubj,
                          Relation::acl_relcl, Relation::cc,   Relation::conj, Relation::obj};
    return sentence;
}

TEST_CASE("a parsed sentence answers who did what to whom") {
    const Sentence sentence = drawn();
    const Tree tree(sentence);
    CHECK(tree.subject(1) == 0);
    CHECK(tree.object(1) == 3);
    CHECK(tree.subject(7) == 0);  // shared by the conjoined verb
    CHECK(tree.object(7) == 8);
    CHECK(tree.subject(5) == 3);  // "which" stands for the town
    CHECK(tree.subtree(3).first == 2);
    CHECK(tree.subtree(3).last == 6);
    CHECK(tree.subtree(1).last == 9);
    CHECK(tree.governing_verb(2) == 1);
    CHECK(tree.governing_verb(4) == 5);
    CHECK(tree.governing_verb(1) == no_token);
    CHECK(tree.top_of({2, 6}) == 3);
}

TEST_CASE("without heads every answer is none") {
    Sentence sentence = drawn();
    sentence.heads.clear();
    sentence.relations.clear();
    const Tree tree(sentence);
    CHECK_FALSE(tree.parsed());
    CHECK(tree.subject(1) == no_token);
    CHECK(tree.object(1) == no_token);
    CHECK(tree.governing_verb(2) == no_token);
    CHECK(tree.subtree(3).first == 3);
    CHECK(tree.subtree(3).last == 4);
}

}  // namespace
}  // namespace annals
