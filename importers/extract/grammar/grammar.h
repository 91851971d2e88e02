// Tags, heads and clauses of a sentence, from small trained models (importers/models/en) and rules over them.
// All functions are pure; the models are read in place and shared by all threads.
#pragma once

#include "importers/extract/words/sentence.h"

#include <string>
#include <string_view>

namespace annals {

/// Fills `tags` (averaged perceptron; linear in tokens).
void tag(std::string_view text, Sentence& sentence);
/// Whether token i has one of these tags. Tags the sentence when it is first asked about; no tags are had without asking.
bool has_tag(std::string_view text, Sentence& sentence, std::size_t i, TagSet tags);

/// Fills `heads` and `relations`; needs tags. Linear in tokens.
void parse(std::string_view text, Sentence& sentence);

/// Fills `clauses` with tense, modality and whether reported; needs tags, uses heads when they are there.
void find_clauses(std::string_view text, Sentence& sentence);

/// All three.
void analyse(std::string_view text, Sentence& sentence);

/// Base form of a word with that tag, lower case: "fled" VBD -> "flee", "Armenians" NNPS -> "armenian".
std::string lemma(std::string_view word, Tag tag);

/// WordNet says that a noun's first senses are events, acts or processes: "invasion", "collapse", "exodus".
bool is_event_noun(std::string_view lemma);
/// "say", "warn", "announce": what they report is somebody's word.
bool is_reporting_verb(std::string_view lemma);

}  // namespace annals
