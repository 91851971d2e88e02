// RSS 2.0 and 1.0, Atom, JSON Feed: each item is a document of its own day.
#include "importers/formats/json_depth.h"
#include "importers/formats/formats.h"

#include "core/text/utf8.h"
#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/html_fragment.h"
#include "importers/formats/side_matter.h"
#include "importers/formats/stated_date.h"
#include "importers/formats/url_date.h"

#include <nlohmann/json.hpp>
#include <pugixml.hpp>

#include <algorithm>
#include <sstream>
#include <string>

namespace annals {
namespace {

/// An item before it is a document.
struct Item {
    std::string id, title, url, content, language, published, where;
    bool is_html = true;  // of the content
};

struct Feed {
    std::string publisher, language, home;
};

std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    const std::size_t colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
    return text;
}

/// The markup of an element's children: content of Atom's type="xhtml".
std::string markup_of(const pugi::xml_node& node) {
    std::ostringstream out;
    for (const pugi::xml_node& child : node.children()) child.print(out, "", pugi::format_raw);
    return out.str();
}

std::string first_text(const pugi::xml_node& parent, std::string_view name) {
    for (const pugi::xml_node& child : parent.children())
        if (child.name() == name) return text_of(child);
    return {};
}

/// Ids that are no addresses or URNs are the feed's own affair: "post-7" may be in any feed.
bool is_global(std::string_view id) { return id.find("://") != std::string_view::npos || id.starts_with("tag:") || id.starts_with("urn:"); }

bool send(const Item& item, const Feed& feed, const DocumentSink& sink) {
    Document document;
    document.id = item.id;
    if (!document.id.empty() && !is_global(document.id)) document.id_scope = feed.home;
    document.url = item.url.starts_with("http") ? item.url : std::string();
    document.publisher = feed.publisher;
    document.language = item.language.empty() ? feed.language : item.language;
    document.title = title_text(item.title);
    if (const auto edtf = read_stated_date(item.published)) document.stated.push_back({*edtf, DateBasis::feed, item.where});
    else if (!item.published.empty())
        document.diagnostics.push_back({"date.unreadable", Severity::warning, {}, {}, "\"" + fold_space(item.published).substr(0, 80) + "\" of <" + item.where + "> is no date that can be read"});
    if (const std::string edtf = date_in_url(document.url); !edtf.empty()) document.stated.push_back({edtf, DateBasis::url, document.url});
    const std::string content = clean_text(repair_utf8(item.content));
    if (item.is_html && content.find_first_of("<&") != std::string::npos) add_html_fragment(content, document);
    else
        for (std::string_view rest = content; !rest.empty();) {
            const std::size_t end = std::min(rest.find("\n\n"), rest.size());
            add_block(document, BlockKind::paragraph, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
    place_title(document);
    set_side_matter_aside(document);
    return sink(std::move(document));
}

Item rss_item(const pugi::xml_node& node) {
    Item item;
    std::string description, encoded;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = child.name();
        if (name == "title") item.title = text_of(child);
        else if (name == "link") item.url = fold_space(text_of(child));
        else if (name == "guid" || name == "dc:identifier") item.id = fold_space(text_of(child));
        else if (name == "description") description = text_of(child);
        else if (name == "content:encoded") encoded = text_of(child);
        else if (name == "pubDate" || (item.published.empty() && (name == "dc:date" || name == "dcterms:created" || name == "dcterms:issued"))) {
            item.published = text_of(child);
            item.where = name;
        }
    }
    if (item.url.empty() && std::string_view(node.child("guid").attribute("isPermaLink").as_string("true")) == "true" && item.id.starts_with("http")) item.url = item.id;
    item.content = encoded.empty() ? description : encoded;
    return item;
}

Item atom_entry(const pugi::xml_node& node) {
    Item item;
    std::string summary;
    bool summary_html = false, has_content = false;
    for (const pugi::xml_node& child : node.children()) {
        const std::string_view name = local_name(child);
        const std::string_view type = child.attribute("type").as_string("text");
        if (name == "title") item.title = type == "xhtml" ? markup_of(child) : text_of(child);
        else if (name == "id") item.id = fold_space(text_of(child));
        else if (name == "published" || (name == "issued" && item.published.empty())) {
            item.published = text_of(child);
            item.where = name;
        } else if (name == "link" && item.url.empty() && std::string_view(child.attribute("rel").as_string("alternate")) == "alternate") item.url = child.attribute("href").as_string();
        else if (name == "content" && !child.attribute("src")) {
            has_content = true;
            item.content = type == "xhtml" ? markup_of(child) : text_of(child);
            item.is_html = type != "text";
        } else if (name == "summary") {
            summary = type == "xhtml" ? markup_of(child) : text_of(child);
            summary_html = type != "text";
        }
    }
    item.language = node.attribute("xml:lang").as_string();
    if (!has_content) {
        item.content = summary;
        item.is_html = summary_html;
    }
    return item;
}

Diagnostics read_xml(std::string_view bytes, const DocumentSink& sink) {
    const Decoded decoded = decode(bytes);
    Diagnostics diagnostics = decoded.diagnostics;
    pugi::xml_document xml;
    // No document type is read, so there are no entities to expand.
    const auto result = xml.load_buffer(decoded.text.data(), decoded.text.size(), pugi::parse_default & ~pugi::parse_doctype, pugi::encoding_utf8);
    if (decoded.text.find("<!ENTITY") != std::string::npos) diagnostics.push_back({"feed.entities", Severity::warning, {}, {}, "the feed declares entities; they are not expanded"});
    if (!result) diagnostics.push_back({"feed.broken", Severity::warning, {}, {}, std::string("the feed is broken XML (") + result.description() + "); what stands before the fault was read"});
    for (const pugi::xml_node& root : xml.children()) {
        if (root.type() != pugi::node_element) continue;
        const bool atom = local_name(root) == "feed";
        const pugi::xml_node channel = atom ? root : root.child("channel");
        Feed feed;
        feed.publisher = title_text(first_text(channel, atom && std::string_view(root.name()) != "feed" ? "atom:title" : "title"));
        feed.language = atom ? root.attribute("xml:lang").as_string() : fold_space(first_text(channel, "language"));
        feed.home = atom ? fold_space(first_text(root, "id")) : fold_space(first_text(channel, "link"));
        const bool outside = !atom && !channel.child("item");  // RSS 1.0: items stand beside the channel
        for (const pugi::xml_node& node : (outside ? root : channel).children()) {
            if (local_name(node) != (atom ? "entry" : "item")) continue;
            if (!send(atom ? atom_entry(node) : rss_item(node), feed, sink)) return diagnostics;
        }
    }
    return diagnostics;
}

std::string field(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) return {};
    return found->is_string() ? found->get<std::string>() : found->is_number() ? found->dump() : std::string();
}

Diagnostics read_json(std::string_view bytes, const DocumentSink& sink) {
    const Decoded decoded = decode(bytes);
    const nlohmann::json json = json_too_deep(decoded.text) ? nlohmann::json() : nlohmann::json::parse(decoded.text, nullptr, false);
    if (!json.is_object() || !json.contains("items") || !json["items"].is_array()) return {{"feed.broken", Severity::error, {}, {}, "the feed is no JSON Feed with items"}};
    const Feed feed{fold_space(field(json, "title")), field(json, "language"), field(json, "home_page_url")};
    for (const nlohmann::json& entry : json["items"]) {
        if (!entry.is_object()) continue;
        Item item{field(entry, "id"), field(entry, "title"), field(entry, "url"), field(entry, "content_html"), field(entry, "language"), field(entry, "date_published"), "date_published", true};
        if (item.content.empty()) {
            item.content = field(entry, "content_text");
            item.is_html = false;
        }
        if (!send(item, feed, sink)) break;
    }
    return decoded.diagnostics;
}

}  // namespace

int recognise_feeds(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\n");
    if (first == std::string_view::npos) return 0;
    if (head[first] == '{') return head.substr(0, 4096).find("jsonfeed.org/version/") != std::string_view::npos ? 95 : 0;
    if (head[first] != '<') return 0;
    // The first element behind declaration, document type and comments.
    for (std::size_t at = first; at < head.size();) {
        const std::size_t open = head.find('<', at);
        if (open == std::string_view::npos) return 0;
        const std::string_view rest = head.substr(open);
        if (rest.starts_with("<!--")) at = head.find("-->", open);
        else if (rest.starts_with("<?") || rest.starts_with("<!")) at = head.find('>', open);
        else return rest.starts_with("<rss") || rest.starts_with("<rdf:RDF") || ((rest.starts_with("<feed") || rest.starts_with("<atom:feed")) && rest.substr(0, 2000).find("Atom") != std::string_view::npos) ? 98 : 0;
        if (at == std::string_view::npos) return 0;
        ++at;
    }
    return 0;
}

Diagnostics read_feeds(std::string_view bytes, const FormatHint&, const DocumentSink& sink) {
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return first != std::string_view::npos && bytes[first] == '{' ? read_json(bytes, sink) : read_xml(bytes, sink);
}

}  // namespace annals
