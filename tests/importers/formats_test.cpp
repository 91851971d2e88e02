// The readers: golden documents, and cases for what they share.
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/format.h"
#include "importers/formats/line_kind.h"
#include "importers/formats/pdf_text.h"
#include "importers/formats/stated_date.h"
#include "tests/catch.hpp"
#include "tests/document_checks.h"
#include "tests/text_cases.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace annals {
namespace {

std::string file_bytes(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct Reading {
    std::vector<Document> documents;
    Diagnostics diagnostics;
};

Reading read(std::string_view bytes, const std::string& path) {
    Reading reading;
    reading.diagnostics = read_documents(bytes, {path, {}}, [&](Document&& document) {
        reading.documents.push_back(std::move(document));
        return true;
    });
    return reading;
}

std::string block_line(const Document& document, const Block& block) {
    std::string line(to_string(block.kind));
    if (block.kind == BlockKind::heading) line += " " + std::to_string(block.level);
    if (!block.stated.empty()) line += " " + block.stated;
    if (const auto page = page_of(document, block.span.begin)) line += " p" + std::to_string(*page);
    return line + " | " + std::string(words(document.text, block.span));
}

std::string bytes_of_hex(std::string_view hex) {
    std::string bytes;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
        if (hex[i] == ' ') ++i;
        bytes += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
    }
    return bytes;
}

}  // namespace

TEST_CASE("golden documents") {
    const std::filesystem::path root = test::source_dir() / "tests/golden/formats";
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.path().extension() != ".expected") continue;
        ++count;
        std::filesystem::path input = entry.path();
        input.replace_extension();
        const auto expected = test::read_text_case_file(entry.path());
        const Reading reading = read(file_bytes(input), input.filename().string());
        INFO(input.string());
        if (!reading.diagnostics.empty() && reading.diagnostics[0].code == "pdf.program") {
            WARN(input.filename().string() + " skipped: " + reading.diagnostics[0].text);
            continue;
        }
        std::vector<std::string> told;
        for (const Diagnostic& diagnostic : reading.diagnostics) told.push_back(diagnostic.code + " | " + diagnostic.text);
        REQUIRE(expected.size() == reading.documents.size() + !told.empty());
        for (std::size_t i = 0; i < reading.documents.size(); ++i) {
            const Document& document = reading.documents[i];
            const auto& want = expected[i];
            INFO(want.where());
            want.expect_keys({"title", "publisher", "language", "url", "id", "stated", "diagnostic", "block"});
            CHECK(test::broken_invariant(document).empty());
            CHECK(document.sha256 == sha256(document.text));
            CHECK(document.title == want.get("title"));
            CHECK(document.publisher == want.get("publisher"));
            CHECK(document.language == want.get("language"));
            CHECK(document.url == want.get("url"));
            CHECK(document.id == want.get("id"));
            std::vector<std::string> stated, codes, blocks;
            for (const StatedDate& date : document.stated) stated.push_back(date.edtf + " " + std::string(to_string(date.basis)));
            for (const Diagnostic& diagnostic : document.diagnostics) codes.push_back(diagnostic.code);
            for (const Block& block : document.blocks) blocks.push_back(block_line(document, block));
            CHECK(stated == want.all("stated"));
            CHECK(codes == want.all("diagnostic"));
            CHECK(blocks == want.all("block"));
        }
        if (!told.empty()) CHECK(told == expected.back().all("file"));
    }
    CHECK(count >= 8);
}

TEST_CASE("a format is chosen by content first and name second") {
    for (const auto& test : test::read_text_cases("formats/find_format.test")) {
        INFO(test.where());
        test.expect_keys({"name", "text", "hex", "format"});
        const Format* format = find_format(test.has("hex") ? bytes_of_hex(test.get("hex")) : test.get("text"), {test.get("name"), {}});
        CHECK((format ? std::string(format->name) : "none") == test.get("format"));
    }
}

TEST_CASE("bytes become text") {
    for (const auto& test : test::read_text_cases("formats/decode.test")) {
        INFO(test.where());
        test.expect_keys({"hex", "declared", "text", "charset", "warning"});
        const Decoded decoded = decode(bytes_of_hex(test.get("hex")), test.get("declared"));
        CHECK(decoded.text == test.get("text"));
        CHECK(decoded.charset == test.get("charset"));
        CHECK((decoded.diagnostics.empty() ? "" : decoded.diagnostics[0].text) == test.get("warning"));
    }
}

TEST_CASE("dates that machines write") {
    for (const auto& test : test::read_text_cases("formats/stated_date.test")) {
        INFO(test.where());
        test.expect_keys({"text", "language", "edtf"});
        CHECK(read_stated_date(test.get("text"), day_order_of(test.get("language"))).value_or("none") == test.get("edtf"));
    }
}

TEST_CASE("dates that a page states") {
    for (const test::TextCase& each : test::read_text_cases("formats/page_dates.test")) {
        INFO(each.where());
        each.expect_keys({"page", "stated"});
        const Reading reading = read(each.get("page"), "a.html");
        REQUIRE(reading.documents.size() == 1);
        std::string stated;
        for (const StatedDate& date : reading.documents[0].stated) stated.append(stated.empty() ? "" : ", ").append(date.edtf).append(" ").append(to_string(date.basis));
        CHECK(stated == each.get("stated"));
    }
}

TEST_CASE("a paragraph that tells of a newsletter is text, one that offers it is not") {
    const Reading reading = read("<html><body><main><h1>The harbour freezes</h1><p>The ice came at night, and nobody had seen it coming, though the fishermen had warned of it.</p>"
                                 "<p>The parish newsletter of that March told of it in two lines, below the hymns.</p><p>Get the harbour newsletter every Friday.</p>"
                                 "<p>The harbour master resigned at once. He had learnt of it, he said, from the parish newsletter and from nobody else. His chair stood empty all spring.</p></main></body></html>",
                                 "a.html");
    REQUIRE(reading.documents.size() == 1);
    const std::vector<Block>& blocks = reading.documents[0].blocks;
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[2].kind == BlockKind::paragraph);
    CHECK(blocks[3].kind == BlockKind::boilerplate);
    CHECK(blocks[4].kind == BlockKind::paragraph);
}

TEST_CASE("where a text first appeared may end what it tells") {
    const Reading reading = read("<html><body><main><h1>The harbour freezes</h1><p>The ice came at night, and nobody had seen it coming, though the fishermen had warned of it.</p>"
                                 "<p>The light was lit in May 1903, above a bakery. This text first appeared on Harbour Notes.</p><p>First appeared on Harbour Notes.</p></main></body></html>",
                                 "a.html");
    REQUIRE(reading.documents.size() == 1);
    const std::vector<Block>& blocks = reading.documents[0].blocks;
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[2].kind == BlockKind::paragraph);
    CHECK(blocks[3].kind == BlockKind::boilerplate);
}

TEST_CASE("the main text of a page") {
    for (const test::TextCase& each : test::read_text_cases("formats/page_text.test")) {
        INFO(each.where());
        each.expect_keys({"page", "text"});
        const Reading reading = read(each.get("page"), "a.html");
        REQUIRE(reading.documents.size() == 1);
        CHECK(reading.documents[0].text == each.get("text"));
    }
}

TEST_CASE("kinds of lines") {
    for (const auto& test : test::read_text_cases("formats/lines.test")) {
        INFO(test.where());
        test.expect_keys({"line", "kind", "dateline"});
        const std::string line = test.get("line");
        std::string kind;
        for (const auto& [name, told] : {std::pair{"boilerplate", is_boilerplate(line)}, {"label", is_section_label(line)}, {"credit", has_photo_credit(line)}, {"dateline", is_dateline(line)},
                                         {"stamp", is_stamp(line)}, {"byline", is_byline(line)}})
            if (told && kind.empty()) kind = name;
        CHECK(kind == test.get("kind"));
        CHECK(line.substr(0, dateline_length(line)) == test.get("dateline"));
    }
}

TEST_CASE("what is surely prose at a glance is none of the kinds of lines") {
    const auto has_kind = [](std::string_view line) { return is_boilerplate(line) || is_stamp(line) || has_photo_credit(line) || dateline_length(line) > 0; };
    const auto is_surely_prose = [](std::string_view line) {
        const LineGlance seen = glance_at(line);
        CHECK_FALSE((seen.plain && (is_boilerplate(line) || is_stamp(line))));
        CHECK((seen.may_have_credit || !has_photo_credit(line)));
        CHECK((seen.may_open_with_dateline || dateline_length(line) == 0));
        return seen.plain && !seen.may_have_credit && !seen.may_open_with_dateline;
    };
    for (const auto& test : test::read_text_cases("formats/lines.test")) {
        const std::string line = test.get("line");
        INFO(line);
        CHECK_FALSE((is_surely_prose(line) && has_kind(line)));
    }
    const std::string prose = "The ferry sailed at noon and nobody was on board, which the harbour master wrote down with a pencil";
    for (std::size_t size = 19; size <= prose.size(); ++size) {  // marks come to stand at all places of what is looked at once
        const std::string begin = prose.substr(0, size - 1) + "x";
        INFO(begin);
        CHECK(is_surely_prose(begin));
        const std::string name(size > 60 ? 20 : size, 'A');
        for (const std::string& line : {begin + ". Photo: J. Doe", begin + ". Credit: J.", begin + " (Photo by J. Doe)", begin + ". All rights reserved", begin + ", ALL RIGHTS RESERVED.",
                                        name + " - " + begin, name + " \xe2\x80\x94 " + begin, name + " (Coast Wire) -- " + begin}) {
            INFO(line);
            CHECK(has_kind(line) == (line.size() < 160 || line.find("ights") == line.npos));
            CHECK_FALSE((is_surely_prose(line) && has_kind(line)));
        }
    }
    std::string stamp = "Posted on Monday, 1 May 2020";
    for (; stamp.size() <= 120; stamp += " at") {
        INFO(stamp);
        CHECK(is_stamp(stamp));
        CHECK_FALSE(is_surely_prose(stamp));
    }
    for (const std::string line : {"Share this on Twitter to Reddit", "Share   Save   Print   Comments"}) {
        CHECK(is_boilerplate(line));
        CHECK_FALSE(is_surely_prose(line));
    }
    CHECK_FALSE(is_stamp("Posted on Monday, 1 May 2020 somewhere"));
    CHECK(is_stamp("Last updated: Wednesday, 12. September 2020, 18:30 Zulu"));
}

TEST_CASE("a file that cannot be read says so") {
    CHECK(read("", "a.txt").diagnostics.at(0).code == "format.empty");
    CHECK(read(" \n\t\n", "a.txt").diagnostics.at(0).code == "format.empty");
    CHECK(read(std::string("\x7f" "ELF\x02\x01\0\0\0\0", 10), "a.txt").diagnostics.at(0).code == "format.unknown");
    CHECK(read(std::string(1000, '\0'), "a.html").diagnostics.at(0).code == "format.unknown");
    CHECK(read("<html><body><script>var a = 1;</script></body></html>", "a.html").diagnostics.at(0).code == "format.no_text");
    for (const char* bytes : {"", "\x01\x02\x03"}) CHECK(read(bytes, "a.txt").documents.empty());
}

TEST_CASE("pages that would hurt the parser are read without it") {
    const std::string words = "<p>The ferry sailed at noon and nobody was on board, which the harbour master wrote down.</p>";
    std::string many_attributes = "<div ";
    for (int i = 0; i < 1000; ++i) many_attributes += "a" + std::to_string(i) + "=1 ";
    std::string divs, formatting = "<html>", paragraphs;
    for (int i = 0; i < 100000; ++i) divs += "<div>";
    for (int i = 0; i < 350; ++i) formatting += "<b id=" + std::to_string(i) + ">";
    for (int i = 0; i < 20000; ++i) paragraphs += "<p>x";
    for (const std::string& page : {"<html>" + divs + words, "<html>" + many_attributes + ">" + words, formatting + paragraphs + words}) {
        const Reading reading = read(page, "a.html");
        REQUIRE(reading.documents.size() == 1);
        REQUIRE(reading.documents[0].diagnostics.size() == 1);
        CHECK(reading.documents[0].diagnostics[0].code == "html.nesting");
        CHECK(reading.documents[0].text.find("The ferry sailed at noon") != std::string::npos);
        CHECK(test::broken_invariant(reading.documents[0]).empty());
    }
}

TEST_CASE("pages that are broken but harmless are parsed") {
    const std::string words = "The ferry sailed at noon and nobody was on board, which the harbour master wrote down.";
    std::string items;
    for (int i = 0; i < 3000; ++i) items += "<li>the " + std::to_string(i) + "th of many things that were left on the quay";
    for (const std::string& page : {
             "<html><body><p>" + words,                                                                     // nothing is closed
             "<html><body><ul>" + items + "</ul><p>" + words,                                               // items that close by themselves do not nest
             "<html><body title=\"" + std::string(200000, 'x') + "\"><p>" + words + "</body>",              // a huge attribute
             "<html><body><p>" + words + std::string(1, '\0') + "</p>",                                     // zero bytes
             "<html><script>if (a < b) document.write('</scr' + 'ipt>');</script><body><p>" + words,        // a closing tag in a script
             "<html><script>/* <p>not this</p> */</script ><!-- <p>nor this --><body><p>" + words + "</p>"  // text that looks like a paragraph
         }) {
        const Reading reading = read(page, "a.html");
        INFO(page.substr(0, 200));
        REQUIRE(reading.documents.size() == 1);
        CHECK(reading.documents[0].diagnostics.empty());
        CHECK(reading.documents[0].text.find(words) != std::string::npos);
        CHECK(reading.documents[0].text.find("not this") == std::string::npos);
        CHECK(reading.documents[0].text.find("nor this") == std::string::npos);
        CHECK(test::broken_invariant(reading.documents[0]).empty());
    }
}

TEST_CASE("what is wrong with a line of JSON Lines leaves the others") {
    const std::string bytes = "{\"id\": 7, \"text\": \"One.\"}\n{broken\n[1, 2]\n{\"id\": \"x\"}\n\n" + std::string(100000, '[') + "\n{\"text\": \"Two.\", \"published\": \"soon\"}";
    const Reading reading = read(bytes, "folder/a.jsonl");
    REQUIRE(reading.documents.size() == 2);
    CHECK(document_key(reading.documents[0]) == "a.jsonl#7");
    CHECK(reading.documents[1].diagnostics.at(0).code == "date.unreadable");
    REQUIRE(reading.diagnostics.size() == 4);
    CHECK(reading.diagnostics[0].text == "line 2 is no JSON; it is left out");
    CHECK(reading.diagnostics[3].text == "line 6 holds more than 100 arrays and objects within one another; it is left out");
}

TEST_CASE("files of rows, at once and in pieces of any size") {
    for (const auto& test : test::read_text_cases("formats/tables.test")) {
        INFO(test.where());
        test.expect_keys({"file", "map", "text", "texts", "ids", "says"});
        FormatHint hint{test.get("file"), {}};
        std::stringstream pairs(test.get("map"));
        for (std::string pair; std::getline(pairs, pair, ',');) hint.fields[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
        for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
            std::string texts, ids;
            const DocumentSink sink = [&](Document&& document) {
                CHECK(test::broken_invariant(document).empty());
                texts.append(texts.empty() ? "" : "/").append(document.text);
                ids.append(ids.empty() ? "" : "/").append(document.id);
                return true;
            };
            const std::string bytes = test.get("text");
            std::string_view rest = bytes;
            const ByteStream pieces = [&] {
                const std::string_view piece = rest.substr(0, size);
                rest.remove_prefix(piece.size());
                return piece;
            };
            INFO(size);
            std::vector<std::string> says;
            for (const Diagnostic& diagnostic : size ? read_documents(pieces, hint, sink) : read_documents(bytes, hint, sink))
                says.push_back(diagnostic.code + ": " + diagnostic.text);
            CHECK(texts == test.get("texts"));
            if (test.has("ids")) CHECK(ids == test.get("ids"));
            CHECK(says == test.all("says"));
        }
    }
}

TEST_CASE("CSV with the line ends of all systems") {
    for (const char* bytes : {"id,text\r\n1,One.\r\n\r\n2,\r\n3,Two.\r\n", "id,text\r1,One.\r\r2,\r3,Two.", "\xef\xbb\xbfid,text\n1,One.\n\n2,\n3,Two.\n"}) {
        const Reading reading = read(bytes, "a.csv");
        REQUIRE(reading.documents.size() == 2);
        CHECK(reading.documents[1].text == "Two.");
        CHECK(document_key(reading.documents[1]) == "a.csv#3");
        CHECK(reading.diagnostics.at(0).text == "line 4 has no text; it is left out");
    }
}

TEST_CASE("rows in UTF-16, at once and in pieces that part its characters") {
    const auto wide = [](std::string_view text) {
        std::string bytes = "\xff\xfe";
        for (char c : text) bytes += std::string{c, '\0'};
        return bytes;
    };
    for (const auto& [path, text] : {std::pair("a.csv", "id;text\n1;One.\n"), {"a.jsonl", "{\"text\": \"One.\"}\n"}, {"a.json", "[{\"text\": \"One.\"}]"}}) {
        const std::string bytes = wide(text);
        const Reading reading = read(bytes, path);
        REQUIRE(reading.documents.size() == 1);
        CHECK(reading.documents[0].text == "One.");
        std::string_view rest = bytes;
        int count = 0;
        read_documents([&] { const std::string_view piece = rest.substr(0, 3); rest.remove_prefix(piece.size()); return piece; }, {path, {}},
                       [&](Document&& document) { ++count; CHECK(document.text == "One."); return true; });
        CHECK(count == 1);
    }
}

TEST_CASE("JSON that is too large to be held: what stands around articles is passed by, an article is left out") {
    const std::string long_value = "\"" + std::string(held_limit + (2 << 20), 'x') + "\"";
    const auto texts = [](const std::string& bytes) {
        std::string all;
        for (const Document& document : read(bytes, "a.json").documents) all.append(document.text).append("/");
        return all;
    };
    const std::string one = R"({"text": "One."})", two = R"({"text": "Two."})";
    CHECK(texts("{\"a\": " + long_value + ", \"articles\": [" + one + "]}\n" + two) == "Two./");  // no telling what the first is
    CHECK(texts("{\"articles\": [" + one + ", " + two + "], \"a\": " + long_value + "}") == "One./Two./");
    CHECK(texts("{\"meta\": {}, \"articles\": [" + one + ", {\"a\": " + long_value + "}, " + two + "]}") == "One./Two./");
    CHECK(texts("{\"1\": " + one + ", \"2\": {\"a\": " + long_value + "}, \"3\": " + two + "}") == "One./Two./");
    CHECK(texts("[{\"text\": " + long_value + "}, " + two + "]") == "Two./");
    CHECK(texts("{\"text\": \"Three.\", \"a\": " + long_value + "}" + two) == "Two./");
}

TEST_CASE("a word that is divided over an empty page") {
    const PdfLine before{{10, 10, 90, 20}, "The mill was far be-"}, after{{10, 10, 80, 20}, "yond the river."};
    Document document;
    add_pdf_text({PdfPage{100, 100, {before}}, PdfPage{}, PdfPage{100, 100, {after}}}, document);
    CHECK(document.text == "The mill was far beyond the river.");
    CHECK(document.pages == std::vector<std::uint32_t>{0, 19, 19});
}

TEST_CASE("a mail that ends with the line that opens a forwarded message") {
    const Reading reading = read("From: a@b.example\nTo: c@d.example\nSubject: A ferry\n\nHere.\n\n---------- Forwarded message ---------", "a.eml");
    REQUIRE(reading.documents.size() == 1);
    CHECK(test::broken_invariant(reading.documents[0]).empty());
    CHECK(reading.documents[0].blocks.back().kind == BlockKind::entry);
}

TEST_CASE("the text of JSON Lines keeps its offsets") {
    const Reading reading = read(R"({"title": "T", "text": "A\r\nb\u0000c\r\rSecond  paragraph."})", "a.jsonl");
    REQUIRE(reading.documents.size() == 1);
    CHECK(reading.documents[0].text == "T\n\nA \nb c\n\nSecond  paragraph.");
}

TEST_CASE("reading stops when the sink says so") {
    int count = 0;
    read_documents("{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n", {"a.jsonl", {}}, [&](Document&&) { return ++count < 1; });
    CHECK(count == 1);
}

TEST_CASE("fields of JSON Lines may have other names") {
    std::vector<Document> documents;
    read_documents(R"({"body": "A ferry sailed.", "day": "2019-06-14"})", {"a.jsonl", {{"text", "body"}, {"published", "day"}}}, [&](Document&& document) {
        documents.push_back(std::move(document));
        return true;
    });
    REQUIRE(documents.size() == 1);
    CHECK(documents[0].stated.at(0).edtf == "2019-06-14");
}

}  // namespace annals
