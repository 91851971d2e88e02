// annals read
#include "cli/articles.h"
#include "cli/commands.h"
#include "core/model/document.h"
#include "core/model/error.h"
#include "core/text/utf8.h"
#include "importers/formats/format.h"
#include "importers/input_file.h"
#include "reports/json_text.h"

#include <istream>
#include <iterator>
#include <ostream>

namespace annals {
namespace {

void print_text(const Document& document, std::ostream& out) {
    for (const Block& block : document.blocks) {
        if (block.kind == BlockKind::boilerplate) continue;
        std::string line(words(document.text, block.span));
        for (char& c : line)
            if (c == '\n') c = ' ';
        out << line << '\n';
    }
}

void append_json(std::string& json, const Document& document) {
    const auto field = [&json](const char* name, std::string_view value, const char* before = ", ") {
        json.append(before).append("\"").append(name).append("\": ");
        append_json_string_or_null(json, value);
    };
    json += "{";
    field("document", document_key(document), "");
    field("title", document.title);
    field("url", document.url);
    field("publisher", document.publisher);
    field("language", document.language);
    field("sha256", document.sha256);
    json += ",\n  \"stated\": [";
    const char* separator = "";
    for (const StatedDate& stated : document.stated) {
        json.append(separator).append("{");
        field("date", stated.edtf, "");
        field("basis", to_string(stated.basis));
        field("where", stated.where);
        json += "}";
        separator = ", ";
    }
    json += "],\n  \"blocks\": [";
    separator = "\n    ";
    const CodePointOffsets offsets(document.text);
    for (const Block& block : document.blocks) {
        json.append(separator).append("{");
        field("kind", to_string(block.kind), "");
        json.append(", \"begin\": ").append(std::to_string(offsets.of_byte(block.span.begin)));
        json.append(", \"end\": ").append(std::to_string(offsets.of_byte(block.span.end)));
        if (block.level > 0) json.append(", \"level\": ").append(std::to_string(block.level));
        if (const auto page = page_of(document, block.span.begin)) json.append(", \"page\": ").append(std::to_string(*page));
        if (!block.stated.empty()) field("date", block.stated);
        field("text", words(document.text, block.span));
        json += "}";
        separator = ",\n    ";
    }
    json += "]}";
}

InputFile open_input(const std::string& file, Console& console) {
    if (file == "-") return InputFile::read(console.in);
    try {
        return InputFile::open(file);
    } catch (const Error& error) {
        throw Error("cannot read " + file + ": " + error.what());
    }
}

}  // namespace

int read_command(const Options& options, Console& console) {
    const std::string& file = options.arguments[0];
    const InputFile input = open_input(file, console);
    bool all = true;
    const auto tell = [&](const Diagnostics& diagnostics) {
        for (const Diagnostic& diagnostic : diagnostics) {
            print(console, diagnostic);
            all = all && diagnostic.severity != Severity::error;
        }
    };
    const bool json = options.format == "json";
    std::string separator = json ? "[" : "";
    tell(read_documents(input.bytes(), {file, mapped_fields(options.map)}, [&](Document&& document) {
        tell(document.diagnostics);
        console.out << separator;
        if (json) {
            std::string object;
            append_json(object, document);
            console.out << object;
        } else {
            print_text(document, console.out);
        }
        separator = json ? ",\n " : "\n";
        return static_cast<bool>(console.out);
    }));
    if (json) console.out << (separator == "[" ? "[]\n" : "]\n");
    return all ? done : failed;
}

}  // namespace annals
