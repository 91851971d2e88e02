// Files that hold others: archives, office files, e-books, web archives. Each case builds one and says what must come out of it.
#include "importers/formats/archive_bounds.h"
#include "importers/formats/format.h"
#include "tests/catch.hpp"
#include "tests/document_checks.h"
#include "tests/text_cases.h"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <utility>

namespace annals {
namespace {

la_ssize_t append_bytes(archive*, void* to, const void* data, std::size_t size) {
    static_cast<std::string*>(to)->append(static_cast<const char*>(data), size);
    return static_cast<la_ssize_t>(size);
}

std::pair<std::string, std::string> parted(const std::string& value) {
    const std::size_t bar = value.find(" | ");
    return bar == value.npos ? std::pair(value, std::string()) : std::pair(value.substr(0, bar), value.substr(bar + 3));
}

struct Content {
    std::string name, bytes, link;
};

/// "zip", "tar", "raw" (the one content alone), with ".gz", ".bz2", ".xz", ".zst" behind it.
std::string packed(std::string kind, const std::vector<Content>& contents, const std::string& password) {
    std::string bytes;
    archive* out = archive_write_new();
    const std::size_t dot = kind.find('.');
    const std::string filter = dot == kind.npos ? "" : kind.substr(dot + 1);
    if (!filter.empty() && archive_write_add_filter_by_name(out, filter == "gz" ? "gzip" : filter == "bz2" ? "bzip2" : filter == "zst" ? "zstd" : filter.c_str()) != ARCHIVE_OK)
        throw std::runtime_error("no filter: " + filter);
    kind = kind.substr(0, dot);
    if (kind == "zip") archive_write_set_format_zip(out);
    else if (kind == "tar") archive_write_set_format_pax_restricted(out);
    else if (kind == "raw") archive_write_set_format_raw(out);
    else throw std::runtime_error("no kind of archive: " + kind);
    archive_write_set_bytes_in_last_block(out, 1);
    if (!password.empty()) {
        archive_write_set_options(out, "zip:encryption=traditional");
        archive_write_set_passphrase(out, password.c_str());
    }
    archive_write_open(out, &bytes, nullptr, append_bytes, nullptr);
    for (const Content& content : contents) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, content.name.c_str());
        archive_entry_set_filetype(entry, content.name.ends_with('/') ? AE_IFDIR : content.link.empty() ? AE_IFREG : AE_IFLNK);
        archive_entry_set_perm(entry, 0644);
        if (!content.link.empty()) archive_entry_set_symlink(entry, content.link.c_str());
        else archive_entry_set_size(entry, static_cast<la_int64_t>(content.bytes.size()));
        if (kind == "zip" && content.name == "mimetype") archive_write_zip_set_compression_store(out);
        else if (kind == "zip") archive_write_zip_set_compression_deflate(out);
        if (archive_write_header(out, entry) != ARCHIVE_OK) throw std::runtime_error(archive_error_string(out));
        archive_write_data(out, content.bytes.data(), content.bytes.size());
        archive_entry_free(entry);
    }
    archive_write_free(out);
    return bytes;
}

/// What a case describes: entries with their words, packed, packed again, cut.
std::string built(const test::TextCase& test) {
    std::vector<Content> contents;
    for (const auto& [key, value] : test.fields) {
        const auto [name, words] = parted(value);
        if (key == "entry") contents.push_back({name, words, {}});
        if (key == "link") contents.push_back({name, {}, words});
        if (key == "repeat") {
            const std::string once = contents.back().bytes;
            contents.back().bytes.clear();
            for (int i = std::stoi(value); i > 0; --i) contents.back().bytes += once;
        }
        if (key == "copies")
            for (int i = std::stoi(value); i > 1; --i) contents.push_back(contents.back());
    }
    std::string bytes = test.get("archive") == "none" ? contents.at(0).bytes : packed(test.get("archive"), contents, test.get("password"));
    for (const std::string& outer : test.all("within")) bytes = packed(parted(outer).first, {{parted(outer).second, bytes, {}}}, {});
    if (test.has("cut")) bytes.resize(bytes.size() * static_cast<std::size_t>(100 - std::stoi(test.get("cut"))) / 100);
    return bytes;
}

struct Told {
    std::vector<std::string> documents, diagnostics;
};

template <class Bytes>
Told read(const Bytes& bytes, const std::string& path) {
    Told told;
    const Diagnostics diagnostics = read_documents(bytes, FormatHint{path}, [&](Document&& document) {
        CHECK(test::broken_invariant(document).empty());
        std::string text = document.text;
        for (char& c : text)
            if (c == '\n') c = '/';
        told.documents.push_back(document.path + " | " + (text.size() > 300 ? text.substr(0, 60) + "..." : text));
        for (const Diagnostic& diagnostic : document.diagnostics) told.diagnostics.push_back(diagnostic.code + " | " + document.path + " | " + diagnostic.text);
        return true;
    });
    for (const Diagnostic& diagnostic : diagnostics) told.diagnostics.push_back(diagnostic.code + " | " + diagnostic.document + " | " + diagnostic.text);
    return told;
}

ByteStream in_pieces(std::string_view bytes, std::size_t size) {
    return [bytes, size]() mutable {
        const std::string_view piece = bytes.substr(0, size);
        bytes.remove_prefix(piece.size());
        return piece;
    };
}

}  // namespace

TEST_CASE("what files that hold others give") {
    for (const auto& test : test::read_text_cases("containers")) {
        INFO(test.where());
        test.expect_keys({"name", "archive", "entry", "link", "repeat", "copies", "password", "within", "cut", "document", "told"});
        const std::string bytes = built(test);
        const Told told = read(std::string_view(bytes), test.get("name"));
        CHECK(told.documents == test.all("document"));
        CHECK(told.diagnostics == test.all("told"));
    }
}

TEST_CASE("bytes that come in pieces of any size give what they give at once") {
    int count = 0;
    for (const auto& test : test::read_text_cases("containers")) {
        if (test.get("archive") == "zip" || test.has("within")) continue;  // a zip that is not held is read without the table at its end
        INFO(test.where());
        ++count;
        const std::string bytes = built(test);
        const Told whole = read(std::string_view(bytes), test.get("name"));
        for (const std::size_t size : {std::size_t{7}, std::size_t{1000}, bytes.size()}) {
            if (bytes.size() > 1'000'000 && size < 1000) continue;
            const Told pieces = read(in_pieces(bytes, size), test.get("name"));
            CHECK(pieces.documents == whole.documents);
            CHECK(pieces.diagnostics == whole.diagnostics);
        }
    }
    CHECK(count > 5);
}

TEST_CASE("reading an archive stops when the sink says so") {
    const std::string bytes = packed("tar.gz", {{"a.txt", "One.", {}}, {"b.txt", "Two.", {}}, {"c.txt", "Three.", {}}}, {});
    int count = 0;
    const Diagnostics diagnostics = read_documents(std::string_view(bytes), FormatHint{"a.tar.gz"}, [&](Document&&) { return ++count < 2; });
    CHECK(count == 2);
    CHECK(diagnostics.empty());
}

TEST_CASE("entries of an archive beyond the bound are left out") {
    ArchiveBounds bounds;
    bounds.entries = ArchiveBounds::entry_limit - 1;
    FormatHint hint{"a.tar"};
    hint.archive = &bounds;
    const std::string bytes = packed("tar", {{"a.txt", "One.", {}}, {"b.txt", "Two.", {}}}, {});
    int count = 0;
    const Diagnostics diagnostics = read_documents(std::string_view(bytes), hint, [&](Document&&) { return ++count > 0; });
    CHECK(count == 1);
    REQUIRE(diagnostics.size() == 1);
    CHECK(diagnostics[0].code == "archive.entries");
}

TEST_CASE("a file of an archive that is read as a whole has a bound, one that is read article by article has none") {
    const std::string padding = "\"" + std::string(1 << 20, 'x') + "\"";
    const std::string article = R"({"id": 1, "text": "A ferry sailed in 1994."})";
    std::string lines, array = R"({"status": "ok", "meta": {"a": [1]}, "articles": [)", table = "id,padding,text\n";
    for (std::size_t i = 0; i <= held_limit >> 20; ++i) {
        lines += "{\"padding\": " + padding + "}\n";
        array += "{\"padding\": " + padding + "},\n";
        table += "1," + padding + ",\n";
    }
    lines += article + "\n";
    array += article + "]}";
    table += "2,\"\",A ferry sailed in 1994.\n";
    std::string text = "A ferry sailed in 1994.";
    text.resize(held_limit + 1, ' ');
    std::vector<std::string> documents;
    const std::string bytes = packed("tar", {{"a.csv", table, {}}, {"a.json", array, {}}, {"a.jsonl", lines, {}}, {"a.txt", text, {}}}, {});
    const Diagnostics diagnostics = read_documents(std::string_view(bytes), FormatHint{"a.tar"}, [&](Document&& document) {
        documents.push_back(document.path + " " + document.text);
        return true;
    });
    CHECK(documents == std::vector<std::string>{"a.tar!/a.csv A ferry sailed in 1994.", "a.tar!/a.json A ferry sailed in 1994.", "a.tar!/a.jsonl A ferry sailed in 1994."});
    REQUIRE(!diagnostics.empty());
    CHECK(diagnostics.back().code == "archive.entry");
    CHECK(diagnostics.back().document == "a.tar!/a.txt");
}

TEST_CASE("the parts of an office file are bounded together") {
    const auto spaced = [](const std::string& root) {
        const std::string name = "<w:" + root + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
        return name + std::string(std::size_t{22} << 20, ' ') + "</w:" + root + ">";
    };
    std::vector<Content> contents = {{"[Content_Types].xml", "<Types/>", {}},
                                     {"word/document.xml",
                                      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>The ferry sank.</w:t></w:r></w:p></w:body></w:document>", {}},
                                     {"word/styles.xml", spaced("styles"), {}},
                                     {"word/footnotes.xml", spaced("footnotes"), {}}};
    const std::string two = packed("zip", contents, {});
    CHECK(read(std::string_view(two), "ferry.docx").diagnostics.empty());
    contents.push_back({"word/endnotes.xml", spaced("endnotes"), {}});
    const std::string three = packed("zip", contents, {});
    const Told told = read(std::string_view(three), "ferry.docx");
    CHECK(told.documents == std::vector<std::string>{"ferry.docx | The ferry sank."});
    REQUIRE(told.diagnostics.size() == 1);
    CHECK(told.diagnostics[0].starts_with("archive.entry | ferry.docx | its part word/endnotes.xml is larger than 32 MB, or all its parts"));
}

}  // namespace annals
