// Which parts of a page are not the article: menus, teasers, comments, cookie notices, footers, what is hidden.
#pragma once

#include "importers/formats/html_tree.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace annals {

/// What an element is for, as its tag, role, class and id say.
/// `foreign` is outside too, and belongs to another text: comments, teasers of other articles, menus.
enum class HtmlRole : std::uint8_t { none, outside, foreign, byline, caption };

/// One entry a node; all filled by one pass, so that asking is cheap wherever the node stands.
struct HtmlRegions {
    std::vector<HtmlRole> role;            // inherited by all that stands within
    std::vector<std::uint32_t> text;       // bytes of text that is no space, before the node
    std::vector<std::uint32_t> link_text;  // the same within <a>
    std::vector<std::uint32_t> prose;      // the same within paragraphs that are prose: long, and not links
    bool noscript = false;                 // <noscript> holds nearly all prose, and is read

    bool silent(std::string_view name) const {
        return name == "script" || name == "style" || name == "template" || name == "head" || (name == "noscript" && !noscript);
    }
    bool outside(std::uint32_t node) const { return role[node] == HtmlRole::outside || foreign(node); }
    bool foreign(std::uint32_t node) const { return role[node] == HtmlRole::foreign; }
};

HtmlRegions find_regions(const HtmlTree& tree);

/// Bytes between a node's begin and its end in one of the sums above.
inline std::uint32_t sum_within(const std::vector<std::uint32_t>& sum, const HtmlTree& tree, std::uint32_t node) {
    return sum[tree.nodes()[node].end] - sum[node];
}

/// Words of a class or id, lower case: "relatedPosts entry-meta" -> related posts entry meta.
std::vector<std::string> name_words(std::string_view name);

}  // namespace annals
