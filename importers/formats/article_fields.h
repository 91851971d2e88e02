// An article as named values: what a line of JSON Lines, an object of JSON and a row of CSV have in common.
#pragma once

#include "core/model/document.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class ArticleField { id, title, url, publisher, language, published, text };
constexpr std::size_t article_field_count = 7;

std::string_view to_string(ArticleField field);
/// "publisher": what `--map FIELD=COLUMN` may name; none for any other word.
std::optional<ArticleField> parse_article_field(std::string_view name);

/// Which columns of a file hold which field: as --map says, else by their usual names, letter case and punctuation aside.
class ArticleColumns {
public:
    struct Place {
        ArticleField field;
        int rank;  // the lower, the better a name it is
    };

    /// `mapped` is FIELD -> COLUMN; a field that is mapped has no other column.
    explicit ArticleColumns(const std::map<std::string, std::string>& mapped);

    std::optional<Place> place(std::string_view column);
    bool maps(ArticleField field) const { return mapped_.contains(field); }
    /// A warning for each column of --map that no call of place() named.
    Diagnostics missing() const;

private:
    std::map<ArticleField, std::string> mapped_;
    std::array<bool, article_field_count> named_{};
    std::map<std::string, std::optional<Place>, std::less<>> known_;
};

/// The values of one article.
class ArticleValues {
public:
    /// Of several columns for one field the best name with a value counts; of dates all, best first.
    void add(ArticleColumns::Place place, std::string_view column, std::string value);

    /// None when there is no text. The text stays as it is, so that offsets into it hold; the title stands before it.
    /// `path` is the file's, within whose name an id counts; `where` ("line 7") begins each warning.
    std::optional<Document> document(std::string_view path, const std::string& where) &&;

private:
    struct Value {
        int rank;
        std::string column, text;
    };
    std::array<std::vector<Value>, article_field_count> values_;
};

/// Warnings of lines that are left out, so many and no more: "line 7 is no JSON; it is left out".
class LeftOut {
public:
    void add(std::size_t line, std::string_view why);
    /// Under this code; a warning that counts what was not told one by one comes last.
    Diagnostics take(const std::string& code);

private:
    std::size_t untold_ = 0;
    std::vector<std::string> told_;
};

}  // namespace annals
