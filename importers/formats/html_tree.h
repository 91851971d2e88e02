// A parsed page as a flat list of nodes in document order: every pass over it is a loop.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct GumboInternalOutput;
struct GumboInternalNode;

namespace annals {

struct HtmlNode {
    std::string_view name;   // lower-case tag; empty for text
    std::string_view text;   // of a text node, references decoded
    std::uint32_t parent = 0;
    std::uint32_t end = 0;   // index behind the last descendant
    const GumboInternalNode* source = nullptr;

    bool is_text() const { return name.empty(); }
};

/// Owns what the nodes point into. Node 0 is <html>.
class HtmlTree {
public:
    /// `html` is UTF-8 and is kept. Must have passed html_bound_broken.
    explicit HtmlTree(std::string html);

    const std::vector<HtmlNode>& nodes() const { return nodes_; }
    std::string_view attribute(std::uint32_t node, const char* name) const;  // empty when there is none
    bool has_attribute(std::uint32_t node, const char* name) const;
    /// All text of a node, white space folded.
    std::string text_of(std::uint32_t node) const;
    /// Text as it stands in a <script> or <title>.
    std::string raw_text_of(std::uint32_t node) const;

private:
    struct Free { void operator()(GumboInternalOutput* output) const; };
    std::string html_;
    std::unique_ptr<GumboInternalOutput, Free> output_;
    std::vector<HtmlNode> nodes_;
};

/// Elements that stand on lines of their own.
bool is_block_element(std::string_view name);

/// The parser takes quadratic time for deep nesting, thousands of attributes in a tag, or formatting that is never closed.
/// Gives the bound that the page breaks, for a person; empty when it may be parsed. Linear.
std::string html_bound_broken(std::string_view html);

/// The words of a page without a parser: tags out, block elements part paragraphs, scripts and styles left out. Linear.
std::string strip_tags(std::string_view html);

}  // namespace annals
