// The articles that `annals dates` and `annals extract` work on, one at a time, so that memory stays flat.
#pragma once

#include "cli/console.h"
#include "cli/options.h"
#include "core/model/document.h"
#include "importers/extract/matching/rules.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace annals {

struct Article {
    Document document;
    std::string id;            // as the input has it, else the number of its line, else the document's key
    std::string published;     // EDTF that the input gives as the day of writing; empty when it gives none
    std::uint32_t begin = 0;   // byte of document.text where the input's text begins, behind the title
};
using TakeArticle = std::function<void(const Article&)>;

/// Whose words a title of JSON Lines is: `dates` reads texts alone, `extract` the title too.
enum class Titles { left_out, first_block };

/// JSON Lines with {"id", "title", "url", "publisher", "published" or "dct", "text"}, or a file of any format that can be read.
/// "-" is standard input. Gives false when something could not be read; it was said on console.err.
bool read_articles(const std::string& file, Titles titles, Console& console, const TakeArticle& take);

/// An article of a text alone.
Article article_of(std::string text);

/// The rules of --rules DIR, else the embedded ones. Throws Error for rules that cannot be read.
std::shared_ptr<const RuleSet> rules_of(const Options& options, Console& console);

/// A date of the command line as canonical EDTF; empty stays empty. Throws UsageError, naming the option.
std::string checked_date(const std::string& text, const char* option);

/// FIELD -> COLUMN of --map. Throws UsageError for a field that articles do not have.
std::map<std::string, std::string> mapped_fields(const std::vector<std::string>& pairs);

}  // namespace annals
