// The dates of a document: all resolved time expressions, with its sentences.
#pragma once

#include "core/model/document.h"
#include "importers/extract/matching/rules.h"
#include "importers/extract/matching/time_expression.h"

#include <string>
#include <vector>

namespace annals {

/// Against what a document's words are read.
struct Anchor {
    Date date;             // undated when nothing gives one
    DateBasis basis = DateBasis::none;
    std::string words;     // the text or field that says so: "As of writing on 3 May", "article:published_time"
    Span span;             // of those words, when they stand in the text
};

/// All resolved time expressions of a document with its sentences: what `annals dates` prints.
struct DatedText {
    DatedText() = default;
    DatedText(DatedText&&) = default;  // no copies: its sentences point into its tokens
    DatedText& operator=(DatedText&&) = default;

    TokenRoom tokens;
    std::vector<Sentence> sentences;
    Anchor anchor;
    bool narrative = false;               // tells of other years than the one it was written in
    std::vector<Resolution> resolutions;  // in text order, not overlapping
    Diagnostics diagnostics;
};
/// `published`, if not empty, is the user's word (EDTF) and wins over what the document states.
DatedText find_dates(const Document& document, const RuleSet& rules, const std::string& published = {});

}  // namespace annals
