#include "cli/articles.h"

#include "cli/json_object.h"
#include "cli/line_reader.h"
#include "core/model/error.h"
#include "core/text/utf8.h"
#include "core/time/edtf.h"
#include "importers/formats/article_fields.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/format.h"
#include "importers/formats/plain_blocks.h"
#include "importers/formats/stated_date.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

namespace annals {
namespace {

bool read_lines(std::istream& in, const std::string& file, Titles titles, Console& console, const TakeArticle& take) {
    bool all = true;
    std::string id, title, url, publisher, published, dct, text;
    const std::array<JsonField, 7> fields{{{"id", &id}, {"title", &title}, {"url", &url}, {"publisher", &publisher},
                                           {"published", &published}, {"dct", &dct}, {"text", &text}}};
    const auto warn = [&](const char* code, Severity severity, std::size_t number, const std::string& what) {
        print(console, {code, severity, file + ":" + std::to_string(number), {}, what});
        all = all && severity != Severity::error;
    };
    LineReader lines(in);
    std::string_view line;
    for (std::size_t number = 1; lines.next(line); ++number) {
        if (line.find_first_not_of(" \t") == line.npos) continue;
        if (const std::string fault = read_json_object(line, fields); !fault.empty()) {
            warn("jsonl.line", Severity::error, number, "left out, it is no JSON object: " + fault);
            continue;
        }
        Article article;
        article.id = id.empty() ? std::to_string(number) : id;
        if (const std::string& day = published.empty() ? dct : published; !day.empty()) {
            if (const auto edtf = read_stated_date(day)) article.published = *edtf;
            else warn("date.unreadable", Severity::warning, number, "the day of writing is passed over, it is no date: " + day);
        }
        Document& document = article.document;
        document.id = id;
        if (!id.empty()) document.id_scope = std::filesystem::path(file).filename().string();
        document.url = url;
        document.publisher = publisher;
        document.path = file;
        if (!article.published.empty())
            document.stated.push_back({article.published, DateBasis::field, published.empty() ? "dct" : "published"});
        if (titles == Titles::first_block) document.title = fold_space(clean_text_in_place(title));
        if (!document.title.empty()) {
            document.text = document.title + "\n\n";
            document.blocks.push_back({BlockKind::title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, 1});
        }
        article.begin = static_cast<std::uint32_t>(document.text.size());
        std::string cleaned = clean_text_in_place(std::exchange(text, {}));
        if (document.text.empty()) document.text = std::move(cleaned);
        else document.text += cleaned;
        add_plain_blocks(document, article.begin, false);
        take(article);
    }
    return all;
}

bool read_other(std::istream& in, const std::string& file, Console& console, const TakeArticle& take) {
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    bool all = true;
    const auto tell = [&](const Diagnostics& diagnostics) {
        for (const Diagnostic& diagnostic : diagnostics) {
            print(console, diagnostic);
            all = all && diagnostic.severity != Severity::error;
        }
    };
    tell(read_documents(bytes, {file, {}}, [&](Document&& document) {
        tell(document.diagnostics);
        Article article;
        article.id = document_key(document);
        article.document = std::move(document);
        take(article);
        return true;
    }));
    return all;
}

bool is_json_lines(std::istream& in) {
    while (in.peek() == ' ' || in.peek() == '\n' || in.peek() == '\r' || in.peek() == '\t') in.get();
    return in.peek() == '{';
}

}  // namespace

bool read_articles(const std::string& file, Titles titles, Console& console, const TakeArticle& take) {
    std::ifstream opened;
    if (file != "-") {
        errno = 0;
        opened.open(file, std::ios::binary);
        if (!opened || std::filesystem::is_directory(file))
            throw Error("cannot read " + file + ": " + std::strerror(errno ? errno : EISDIR));
    }
    std::istream& in = file == "-" ? console.in : opened;
    return is_json_lines(in) ? read_lines(in, file, titles, console, take) : read_other(in, file, console, take);
}

Article article_of(std::string text) {
    Article article;
    article.document.text = is_utf8(text) ? std::move(text) : repair_utf8(text);
    article.id = "text";
    add_plain_blocks(article.document, 0, false);
    return article;
}

std::shared_ptr<const RuleSet> rules_of(const Options& options, Console& console) {
    if (options.rules.empty()) return english_rules();
    std::vector<std::filesystem::path> paths;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(options.rules, error))
        if (entry.path().extension() == ".rules" || entry.path().extension() == ".lexicon") paths.push_back(entry.path());
    if (error) throw Error("cannot read the rules of " + options.rules + ": " + error.message());
    if (paths.empty()) throw Error("there are no .rules and .lexicon files in " + options.rules);
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> names, texts;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        names.push_back(path.string());
        texts.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
        if (!in) throw Error("cannot read " + names.back());
    }
    std::vector<EmbeddedFile> files;
    for (std::size_t i = 0; i < paths.size(); ++i) files.push_back({names[i], texts[i]});
    const RulesResult result = read_rules(files);
    for (Diagnostic diagnostic : result.errors) {
        if (diagnostic.text.starts_with(diagnostic.document)) diagnostic.document.clear();  // it names the line too
        print(console, diagnostic);
    }
    if (!result.rules) throw Error("the rules of " + options.rules + " have errors: nothing was done");
    return result.rules;
}

std::string checked_date(const std::string& text, const char* option) {
    if (text.empty()) return {};
    const EdtfResult result = parse_edtf(text);
    if (!result.edtf) throw UsageError("--" + std::string(option) + ": " + result.error);
    return format_edtf(*result.edtf);
}

std::map<std::string, std::string> mapped_fields(const std::vector<std::string>& pairs) {
    std::map<std::string, std::string> fields;
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == pair.npos || equals == 0 || equals + 1 == pair.size()) throw UsageError("--map needs FIELD=COLUMN, not '" + pair + "'");
        const std::string name = pair.substr(0, equals);
        if (!parse_article_field(name)) {
            std::string names;
            for (std::size_t i = 0; i < article_field_count; ++i) names.append(i ? ", " : "").append(to_string(static_cast<ArticleField>(i)));
            throw UsageError("--map knows no field '" + name + "', only " + names);
        }
        if (!fields.emplace(name, pair.substr(equals + 1)).second) throw UsageError("--map names " + name + " twice");
    }
    return fields;
}

}  // namespace annals
