#include "importers/formats/office_xml.h"

#include "importers/formats/decode.h"

#include <pugixml.hpp>

namespace annals {
namespace {

constexpr int depth_limit = 300;

std::string_view after_prefix(std::string_view name) { return name.substr(name.rfind(':') + 1); }  // npos + 1 is 0

/// Goes from node to node without recursion.
bool deeper_than_limit(const pugi::xml_node& root) {
    int depth = 0;
    for (pugi::xml_node node = root; node;) {
        if (node.first_child()) {
            if (++depth > depth_limit) return true;
            node = node.first_child();
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        if (node == root) break;
        node = node.next_sibling();
    }
    return false;
}

}  // namespace

XmlPart::XmlPart(std::string_view bytes, const std::string& name, Diagnostics& diagnostics) : xml_(std::make_unique<pugi::xml_document>()) {
    if (bytes.empty()) return;
    Decoded decoded = decode(bytes);
    text_ = std::move(decoded.text) + '\n';  // the last character of broken XML gives way to a zero
    const auto warn = [&](const char* code, const std::string& text) { diagnostics.push_back({code, Severity::warning, {}, {}, "the part " + name + text}); };
    if (text_.find("<!ENTITY") != std::string::npos) warn("xml.entities", " declares entities; they are not expanded");
    const auto result = xml_->load_buffer_inplace(text_.data(), text_.size(), (pugi::parse_default | pugi::parse_ws_pcdata) & ~pugi::parse_doctype, pugi::encoding_utf8);
    if (!result) warn("xml.broken", std::string(" is broken XML (") + result.description() + "); what stands before the fault was read");
    usable_ = !deeper_than_limit(*xml_);
    if (!usable_) warn("xml.nesting", " nests its elements more than 300 deep and was left out");
}

XmlPart::~XmlPart() = default;

pugi::xml_node XmlPart::root() const { return usable_ ? xml_->document_element() : pugi::xml_node(); }

std::string_view local_name(const pugi::xml_node& node) { return after_prefix(node.name()); }

std::string_view local_attribute(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_attribute& attribute : node.attributes())
        if (after_prefix(attribute.name()) == name) return attribute.value();
    return {};
}

pugi::xml_node local_child(const pugi::xml_node& node, std::string_view name) {
    for (const pugi::xml_node& child : node.children())
        if (local_name(child) == name) return child;
    return {};
}

std::string text_below(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) text += child.value();
        else text += text_below(child);
    return text;
}

}  // namespace annals
