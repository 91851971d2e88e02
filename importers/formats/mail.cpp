// Mail: a message or an mbox. The text part is read, else the HTML part; forwarded messages keep their own day.
#include "importers/formats/formats.h"

#include "core/text/ascii.h"
#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/html_fragment.h"
#include "importers/formats/plain_blocks.h"
#include "importers/formats/side_matter.h"
#include "importers/formats/stated_date.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace annals {
namespace {

constexpr std::size_t boundary_limit = 1000;  // multipart borders that are declared: more is an attack on the parser
constexpr std::size_t part_limit = 1000;      // parts of one message that are looked at
constexpr int nesting_limit = 10;             // messages attached to messages

struct Unref { void operator()(void* object) const { g_object_unref(object); } };
template <class T> using Held = std::unique_ptr<T, Unref>;

std::string text_or_empty(const char* text) { return text ? repair_utf8(text) : std::string(); }

/// The line at the place; empty behind the end.
std::string_view next_line(std::string_view text, std::size_t at) { return at < text.size() ? text.substr(at, text.find('\n', at) - at) : std::string_view(); }

/// Name of a "Name: value" line, lower case; empty for any other.
std::string header_name(std::string_view line) {
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon > 40) return {};
    const std::string_view name = line.substr(0, colon);
    const bool fits = std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; });
    return fits ? ascii_lower(name) : std::string();
}

/// "---------- Forwarded message ---------", "-----Original Message-----", "Begin forwarded message:"
bool opens_forwarded(std::string_view line) {
    const std::string folded = ascii_lower(line);
    const bool named = folded.find("forwarded message") != std::string::npos || folded.find("original message") != std::string::npos || folded.find("weitergeleitete nachricht") != std::string::npos ||
                       folded.find("urspr\xc3\xbcngliche nachricht") != std::string::npos;
    return named && line.size() < 80 && (line.starts_with("---") || line.ends_with(':'));
}

/// An mbox writes ">From" where a line of the message begins with "From".
std::string without_mbox_quoting(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::string_view line = next_line(text, at);
        at += line.size() + 1;
        const std::size_t quotes = line.find_first_not_of('>');
        if (quotes != std::string_view::npos && quotes > 0 && line.substr(quotes).starts_with("From ")) line.remove_prefix(1);
        result.append(line).append("\n");
    }
    return result;
}

/// Blocks of the text part, from `begin` to the text's end: forwarded messages one after the other.
void add_body(Document& document, std::size_t begin) {
    std::string sent;  // of the forwarded message that the place is in
    const auto add_section = [&](std::size_t from, std::size_t to) {
        const std::size_t first = document.blocks.size();
        add_plain_blocks(document, from, false, to);
        for (std::size_t i = first; i < document.blocks.size(); ++i) {
            Block& block = document.blocks[i];
            if (words(document.text, block.span).starts_with('>')) block.kind = BlockKind::boilerplate;  // quoted: told by the message it is from
            block.stated = sent;
        }
    };
    const std::string_view text = document.text;
    std::size_t section = begin;
    for (std::size_t at = begin; at < text.size();) {
        const std::string_view line = next_line(text, at);
        if (line == "-- ") {  // what follows is a signature
            add_section(section, at);
            const std::size_t first = document.blocks.size();
            add_section(at, text.size());
            for (std::size_t i = first; i < document.blocks.size(); ++i) document.blocks[i].kind = BlockKind::boilerplate;
            return;
        }
        if (!opens_forwarded(line)) {
            at += line.size() + 1;
            continue;
        }
        add_section(section, at);
        const std::size_t first = document.blocks.size();
        document.blocks.push_back({BlockKind::entry, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + line.size())}, {}, 2});
        at += line.size() + 1;
        while (at < text.size() && next_line(text, at).empty()) ++at;
        for (std::string_view header = next_line(text, at); at < text.size() && !header_name(header).empty(); header = next_line(text, at)) {
            const std::string name = header_name(header);
            const bool dated = name == "date" || name == "sent" || name == "datum" || name == "gesendet";
            if (dated)
                if (const auto edtf = read_stated_date(header.substr(header.find(':') + 1))) sent = *edtf;
            const BlockKind kind = dated ? BlockKind::byline : name == "subject" || name == "betreff" ? BlockKind::heading : BlockKind::boilerplate;
            document.blocks.push_back({kind, {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + header.size())}, {}, kind == BlockKind::heading ? 3 : 0});
            at += header.size() + 1;
            if (at >= text.size()) break;
        }
        for (std::size_t i = first; i < document.blocks.size(); ++i) document.blocks[i].stated = sent;
        section = std::min(at, text.size());
    }
    add_section(section, text.size());
}

class MailReader {
public:
    MailReader(const DocumentSink& sink, bool mbox) : sink_(sink), mbox_(mbox) {}

    bool read(GMimeMessage* message, int nesting) {
        Document document;
        document.id = text_or_empty(g_mime_message_get_message_id(message));
        document.title = fold_space(clean_text(text_or_empty(g_mime_message_get_subject(message))));
        document.language = fold_space(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message), "Content-Language"))).substr(0, 12);
        if (const char* date = g_mime_object_get_header(GMIME_OBJECT(message), "Date")) {
            const std::string value = fold_space(repair_utf8(date));
            const std::string bare = fold_space(value.substr(0, value.find('(')));  // "(CET)" behind the offset says it again
            if (const auto edtf = read_stated_date(bare)) document.stated.push_back({*edtf, DateBasis::mail, "Date:"});
            else document.diagnostics.push_back({"date.unreadable", Severity::warning, {}, {}, "\"Date: " + value.substr(0, 80) + "\" is no date that can be read"});
        }
        Parts parts;
        collect(g_mime_message_get_mime_part(message), parts);
        const auto passed_over = [&](const char* what) { document.diagnostics.push_back({"mail.nesting", Severity::warning, {}, {}, what}); };
        if (!parts.all) passed_over("the message has more than 1,000 parts; those behind them were passed over");
        if (nesting == nesting_limit && !parts.messages.empty()) passed_over("messages are attached to one another more than 10 deep; those were passed over");
        if (parts.plain) {
            std::string body = part_text(parts.plain, document);
            if (mbox_) body = without_mbox_quoting(body);
            document.text = document.title;
            if (!document.title.empty()) document.blocks.push_back({BlockKind::title, {0, static_cast<std::uint32_t>(document.title.size())}, {}, 1});
            const std::size_t begin = document.text.empty() ? 0 : document.text.size() + 2;
            if (begin) document.text += "\n\n";
            document.text += body;
            add_body(document, begin);
        } else if (parts.html) {
            add_html_fragment(part_text(parts.html, document), document);
            place_title(document);
        } else if (!document.title.empty()) {
            place_title(document);
        }
        set_side_matter_aside(document);
        if (!sink_(std::move(document))) return false;
        if (nesting < nesting_limit)
            for (GMimeMessage* attached : parts.messages)
                if (!read(attached, nesting + 1)) return false;
        return true;
    }

private:
    struct Parts {
        GMimePart *plain = nullptr, *html = nullptr;
        std::vector<GMimeMessage*> messages;  // attached ones
        bool all = true;                      // were looked at
    };

    /// The first text and HTML parts that are no attachments, in order.
    static void collect(GMimeObject* root, Parts& parts) {
        std::vector<GMimeObject*> waiting{root};
        for (std::size_t seen = 0; !waiting.empty(); ++seen) {
            if (seen == part_limit) {
                parts.all = false;
                return;
            }
            GMimeObject* object = waiting.back();
            waiting.pop_back();
            if (!object) continue;
            if (GMIME_IS_MULTIPART(object)) {
                GMimeMultipart* multipart = GMIME_MULTIPART(object);
                const int count = g_mime_multipart_get_count(multipart), most = static_cast<int>(part_limit);
                parts.all = parts.all && count <= most;
                for (int i = std::min(count, most); i-- > 0;) waiting.push_back(g_mime_multipart_get_part(multipart, i));
            } else if (GMIME_IS_MESSAGE_PART(object)) {
                if (GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object))) parts.messages.push_back(message);
            } else if (GMIME_IS_PART(object) && !g_mime_part_is_attachment(GMIME_PART(object))) {
                GMimeContentType* type = g_mime_object_get_content_type(object);
                if (!parts.plain && (!type || g_mime_content_type_is_type(type, "text", "plain"))) parts.plain = GMIME_PART(object);
                else if (!parts.html && type && g_mime_content_type_is_type(type, "text", "html")) parts.html = GMIME_PART(object);
            }
        }
    }

    /// The part's words, transfer encoding and charset undone.
    static std::string part_text(GMimePart* part, Document& document) {
        GMimeDataWrapper* content = g_mime_part_get_content(part);
        if (!content) return {};
        const Held<GMimeStream> memory(g_mime_stream_mem_new());
        g_mime_data_wrapper_write_to_stream(content, memory.get());
        const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
        const char* charset = g_mime_object_get_content_type_parameter(GMIME_OBJECT(part), "charset");
        Decoded decoded = decode({reinterpret_cast<const char*>(array->data), array->len}, charset ? charset : "");
        document.diagnostics.insert(document.diagnostics.end(), decoded.diagnostics.begin(), decoded.diagnostics.end());
        return std::move(decoded.text);
    }

    const DocumentSink& sink_;
    bool mbox_;
};

bool is_mbox(std::string_view head) {
    if (!head.starts_with("From ")) return false;
    const std::string_view line = next_line(head, 0);
    return find_date(line).has_value() || line.find(':') != std::string_view::npos;
}

}  // namespace

int recognise_mail(std::string_view head) {
    constexpr std::array<std::string_view, 12> known{"from", "to", "date", "subject", "message-id", "received", "mime-version", "return-path", "delivered-to", "content-type", "reply-to", "cc"};
    const bool mbox = is_mbox(head);
    std::size_t at = mbox ? next_line(head, 0).size() + 1 : 0, hits = 0;
    while (at < head.size()) {
        const std::string_view line = next_line(head, at);
        if (line.empty()) break;
        const std::string name = header_name(line);
        if (name.empty() && line[0] != ' ' && line[0] != '\t') return 0;
        hits += std::find(known.begin(), known.end(), name) != known.end();
        at += line.size() + 1;
    }
    return hits >= (mbox ? 2u : 3u) ? 90 : 0;
}

Diagnostics read_mail(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    std::size_t boundaries = 0;
    for (std::size_t at = bytes.find("oundary="); at != std::string_view::npos; at = bytes.find("oundary=", at + 8)) ++boundaries;
    const bool mbox = is_mbox(bytes.substr(0, 2000));
    if (boundaries > boundary_limit && !mbox) return {{"mail.nesting", Severity::error, {}, {}, "the mail declares more than 1000 multipart borders; it is not read"}};

    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    g_mime_parser_set_format(parser.get(), mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);
    MailReader reader(sink, mbox);
    do {
        const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
        if (!message) return {{"mail.broken", Severity::warning, {}, {}, "a message could not be read"}};
        if (!reader.read(message.get(), 0)) break;
    } while (mbox && !g_mime_parser_eos(parser.get()));
    return {};
}

}  // namespace annals
