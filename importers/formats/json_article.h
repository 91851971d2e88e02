// One JSON object as an article: what JSON Lines and JSON share.
#pragma once

#include "importers/formats/article_fields.h"
#include "importers/formats/format.h"

#include <string_view>

namespace annals {

/// Whether it is one JSON value of at most 100 arrays and objects within one another.
bool is_json(std::string_view text);

class JsonArticles {
public:
    JsonArticles(const FormatHint& hint, const DocumentSink& sink) : hint_(hint), sink_(sink), columns_(hint.fields) {}

    /// Hands the object over as a document, or notes why it is left out. False when the sink wants no more.
    bool read(std::string_view object, std::size_t line);
    void leave_out(std::size_t line, std::string_view why) { left_out_.add(line, why); }
    /// Whether a member of this name would be the text of an article.
    bool is_text(std::string_view name);
    /// What was left out, and the columns of --map that no object has.
    Diagnostics take_diagnostics();

private:
    const FormatHint& hint_;
    const DocumentSink& sink_;
    ArticleColumns columns_;
    LeftOut left_out_;
};

}  // namespace annals
