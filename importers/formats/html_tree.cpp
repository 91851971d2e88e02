#include "importers/formats/html_tree.h"

#include "importers/formats/document_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace annals {
namespace {

std::string_view tag_name(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.length ? std::string_view(piece.data, piece.length) : std::string_view("unknown");
}

}  // namespace

void HtmlTree::Free::operator()(GumboInternalOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }

HtmlTree::HtmlTree(std::string html) : html_(std::move(html)) {
    GumboOptions options = kGumboDefaultOptions;
    options.max_errors = 0;
    output_.reset(gumbo_parse_with_options(&options, html_.data(), html_.size()));
    struct Step {
        const GumboNode* node;
        std::uint32_t parent;
    };
    std::vector<Step> stack{{output_->root, 0}};
    while (!stack.empty()) {
        const Step step = stack.back();
        stack.pop_back();
        const GumboNode& node = *step.node;
        const auto index = static_cast<std::uint32_t>(nodes_.size());
        if (node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE) {
            nodes_.push_back({tag_name(node.v.element), {}, step.parent, 0, &node});
            const GumboVector& children = node.v.element.children;
            for (unsigned i = children.length; i-- > 0;) stack.push_back({static_cast<const GumboNode*>(children.data[i]), index});
        } else if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            nodes_.push_back({{}, node.v.text.text, step.parent, 0, &node});
        }
    }
    for (auto i = static_cast<std::uint32_t>(nodes_.size()); i-- > 0;) {
        nodes_[i].end = std::max(nodes_[i].end, i + 1);
        if (i) nodes_[nodes_[i].parent].end = std::max(nodes_[nodes_[i].parent].end, nodes_[i].end);
    }
}

std::string_view HtmlTree::attribute(std::uint32_t node, const char* name) const {
    if (nodes_[node].is_text()) return {};
    const GumboAttribute* attribute = gumbo_get_attribute(&nodes_[node].source->v.element.attributes, name);
    return attribute ? std::string_view(attribute->value) : std::string_view();
}

bool HtmlTree::has_attribute(std::uint32_t node, const char* name) const {
    return !nodes_[node].is_text() && gumbo_get_attribute(&nodes_[node].source->v.element.attributes, name);
}

std::string HtmlTree::raw_text_of(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < nodes_[node].end; ++i) text += nodes_[i].text;
    return text;
}

std::string HtmlTree::text_of(std::uint32_t node) const {
    std::string text;
    for (std::uint32_t i = node; i < nodes_[node].end; ++i) {
        const std::string_view name = nodes_[i].name;
        if (name == "script" || name == "style" || name == "noscript" || name == "template") {
            i = nodes_[i].end - 1;
            continue;
        }
        if (is_block_element(name) || name == "br") text += ' ';
        text += nodes_[i].text;
    }
    return fold_space(text);
}

bool is_block_element(std::string_view name) {
    static constexpr std::array<std::string_view, 45> names{
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "tr", "ul"};
    return std::binary_search(names.begin(), names.end(), name);
}

}  // namespace annals
