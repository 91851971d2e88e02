#include "importers/formats/article_fields.h"

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/plain_blocks.h"
#include "importers/formats/stated_date.h"

#include <algorithm>

namespace annals {
namespace {

constexpr std::size_t most_told = 1000;  // warnings of lines of one file

struct FieldNames {
    std::string_view field;
    std::string_view usual;  // folded, best first, each between spaces
};

constexpr std::array<FieldNames, article_field_count> table{{
    {"id", " id articleid documentid docid guid uuid uid identifier "},
    {"title", " title headline heading articletitle subject name "},
    {"url", " url link permalink canonicalurl articleurl weburl sourceurl uri href "},
    {"publisher", " publisher outlet publication newspaper source sourcename newssource sitename site journal media medium "},
    {"language", " language lang "},
    {"published", " published dct publicationdate publishdate publisheddate datepublished publishedat publishedon pubdate webpublicationdate "
                  "articledate date datetime timestamp "},
    {"text", " text body content article articletext articlebody bodytext fulltext maintext plaintext textcontent story transcript description summary abstract "},
}};

/// "Pub. date", "pubDate", "pub_date" -> "pubdate".
std::string fold_name(std::string_view name) {
    std::string folded;
    for (const char c : name)
        if (is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80) folded += ascii_lower(c);
    return folded;
}

std::size_t index(ArticleField field) { return static_cast<std::size_t>(field); }

std::string_view file_name(std::string_view path) {
    const std::size_t slash = path.find_last_of("/\\");
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \n\t\r") == std::string_view::npos; }

void put_title_before(Document& document) {
    if (document.title.empty()) return;
    const std::string lead = document.title + "\n\n";
    document.text.insert(0, lead);
    const auto shift = static_cast<std::uint32_t>(lead.size());
    for (Block& block : document.blocks) block.span = {block.span.begin + shift, block.span.end + shift};
    document.blocks.insert(document.blocks.begin(), Block{BlockKind::title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, 1});
}

}  // namespace

std::string_view to_string(ArticleField field) { return table[index(field)].field; }

std::optional<ArticleField> parse_article_field(std::string_view name) {
    for (std::size_t i = 0; i < table.size(); ++i)
        if (table[i].field == name) return static_cast<ArticleField>(i);
    return {};
}

ArticleColumns::ArticleColumns(const std::map<std::string, std::string>& mapped) {
    for (const auto& [name, column] : mapped)
        if (const auto field = parse_article_field(name)) mapped_[*field] = column;
}

std::optional<ArticleColumns::Place> ArticleColumns::place(std::string_view column) {
    if (const auto known = known_.find(column); known != known_.end()) return known->second;
    std::optional<Place> place;
    const std::string folded = fold_name(column);
    for (const auto& [field, name] : mapped_)
        if (name == column || (!folded.empty() && fold_name(name) == folded)) {
            named_[index(field)] = true;
            if (!place || name == column) place = Place{field, name == column ? 0 : 1};
        }
    const std::string word = " " + folded + " ";
    for (std::size_t i = 0; i < table.size() && !place && !folded.empty(); ++i)
        if (const std::size_t at = table[i].usual.find(word); at != std::string_view::npos && !maps(static_cast<ArticleField>(i)))
            place = Place{static_cast<ArticleField>(i), static_cast<int>(at) + 2};
    if (known_.size() < 10000) known_.emplace(column, place);
    return place;
}

Diagnostics ArticleColumns::missing() const {
    Diagnostics diagnostics;
    for (const auto& [field, column] : mapped_)
        if (!named_[index(field)])
            diagnostics.push_back({"map.column", Severity::warning, {}, {},
                                   "there is no column \"" + column + "\", which --map names for " + std::string(to_string(field))});
    return diagnostics;
}

void ArticleValues::add(ArticleColumns::Place place, std::string_view column, std::string value) {
    if (is_blank(value)) return;
    std::vector<Value>& values = values_[index(place.field)];
    const auto after = std::find_if(values.begin(), values.end(), [&](const Value& known) { return known.rank > place.rank; });
    values.insert(after, Value{place.rank, std::string(column), std::move(value)});
}

std::optional<Document> ArticleValues::document(std::string_view path, const std::string& where) && {
    const auto best = [&](ArticleField field) {
        std::vector<Value>& values = values_[index(field)];
        return values.empty() ? std::string() : std::move(values.front().text);
    };
    Document document;
    document.text = clean_text_in_place(best(ArticleField::text));
    if (is_blank(document.text)) return {};
    document.id = best(ArticleField::id);
    if (!document.id.empty()) document.id_scope = file_name(path);
    const auto folded = [&](ArticleField field) { return fold_space(clean_text_in_place(best(field))); };
    document.url = folded(ArticleField::url);
    document.publisher = folded(ArticleField::publisher);
    document.language = folded(ArticleField::language);
    for (const Value& value : values_[index(ArticleField::published)]) {
        if (const auto edtf = read_stated_date(value.text)) document.stated.push_back({*edtf, DateBasis::field, value.column});
        else if (document.stated.empty())
            document.diagnostics.push_back({"date.unreadable", Severity::warning, {}, {},
                                            where + ": \"" + shorten(fold_space(value.text), 80) + "\" of field \"" + value.column +
                                                "\" is no date that can be read"});
    }
    document.title = folded(ArticleField::title);
    add_plain_blocks(document, 0, false);
    put_title_before(document);
    return document;
}

void LeftOut::add(std::size_t line, std::string_view why) {
    if (told_.size() == most_told) ++untold_;
    else told_.push_back("line " + std::to_string(line) + " " + std::string(why) + "; it is left out");
}

Diagnostics LeftOut::take(const std::string& code) {
    if (untold_) told_.push_back(std::to_string(untold_) + " further lines are left out");
    Diagnostics diagnostics;
    for (std::string& text : told_) diagnostics.push_back({code, Severity::warning, {}, {}, std::move(text)});
    return diagnostics;
}

}  // namespace annals
