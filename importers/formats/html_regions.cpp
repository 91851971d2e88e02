#include "importers/formats/html_regions.h"

#include "core/text/ascii.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 25> outside_tags{"script", "style", "template", "svg", "iframe", "object", "embed", "canvas", "nav", "footer", "aside", "button", "select",
                                                        "input", "textarea", "label", "dialog", "menu", "head", "audio", "video", "map", "applet", "math", "datalist"};
constexpr std::array<std::string_view, 10> outside_roles{"navigation", "contentinfo", "complementary", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar"};

/// Words of a class or id that stand for what surrounds an article.
constexpr std::array<std::string_view, 96> outside_words{
    "comment", "comments", "commentlist", "commentform", "kommentar", "kommentare", "disqus", "respond", "share", "sharing", "shares", "social", "sharedaddy", "addthis", "shariff", "addtoany", "related",
    "similar", "recommended", "recommendation", "recommendations", "recirculation", "teaser", "teasers", "sidebar", "footer", "nav", "navi", "navigation", "navbar", "menu", "submenu", "breadcrumb",
    "breadcrumbs", "crumbs", "cookie", "cookies", "consent", "gdpr", "newsletter", "subscribe", "subscription", "signup", "promo", "promotion", "ad", "ads", "advert", "advertisement", "adsense", "anzeige",
    "werbung", "sponsor", "sponsored", "tags", "taglist", "tagcloud", "pagination", "pager", "paging", "popup", "modal", "lightbox", "outbrain", "taboola", "plista", "login", "signin", "search",
    "searchform", "suche", "rating", "ratings", "votes", "print", "skip", "tooltip", "toolbar", "copyright", "hidden", "breadcrump", "trackback", "trackbacks", "pingback", "loginform", "bookmarks",
    "bookmark", "yarpp", "jp", "screen", "hide", "noprint", "reply", "donate", "paywall", "disclaimer"};
/// Beginnings of such words where names are written in one.
constexpr std::array<std::string_view, 22> outside_beginnings{"comment", "kommentar", "relatedp", "relateda", "relatedc", "sharebu", "sharelin", "sharebar", "socialm", "sociall", "sidebar", "breadcrumb", "cookie",
                                                              "newsletter", "navigation", "disqus", "taboola", "outbrain", "advert", "teaser", "footer", "subscri"};
/// Those of them that hold other texts.
constexpr std::array<std::string_view, 16> foreign_beginnings{"comment", "kommentar", "disqus", "respond", "related", "similar", "recommend", "teaser", "sidebar", "nav", "menu", "outbrain", "taboola", "plista", "ad", "trackback"};
constexpr std::array<std::string_view, 14> byline_words{"byline", "author", "autor", "dateline", "timestamp", "date", "datum", "published", "pubdate", "posted", "postmeta", "meta", "stamp", "articlemeta"};

constexpr std::uint32_t little_prose = 200;  // of a page that shows nothing but what is around an article
constexpr std::uint32_t prose_length = 80;  // bytes of a paragraph that counts as prose


bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
    if (tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true") return true;
    std::string style;
    for (char c : tree.attribute(node, "style").substr(0, 2000))
        if (c != ' ') style += ascii_lower(c);
    return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_structure(std::string_view name) { return name == "html" || name == "body" || name == "main" || name == "article"; }

/// The share of the page's prose that an element may hold and still be taken for something around the article; negative: it is none.
double outside_share(const std::vector<std::string>& words) {
    double share = -1;
    for (const std::string& word : words) {
        const bool comments = word.starts_with("comment") || word.starts_with("kommentar") || word == "disqus" || word == "respond";
        if (comments) share = std::max(share, .8);
        else if (among(outside_words, word) || std::any_of(outside_beginnings.begin(), outside_beginnings.end(), [&](std::string_view begin) { return word.starts_with(begin); })) share = std::max(share, .3);
    }
    return share;
}

bool is_foreign(const std::string& word) {
    return std::any_of(foreign_beginnings.begin(), foreign_beginnings.end(), [&](std::string_view begin) { return begin.size() < 4 ? word == begin : word.starts_with(begin); });
}

bool is_prose_block(std::string_view name) { return name == "p" || name == "li" || name == "td" || name == "dd" || name == "blockquote" || name == "pre" || name == "div" || name == "section" || name == "article"; }

class RegionFinder {
public:
    explicit RegionFinder(const HtmlTree& tree) : tree_(tree), nodes_(tree.nodes()) {}

    HtmlRegions find() {
        sum_text();
        if (const std::uint32_t shown = regions_.prose.back(); shown < little_prose) {
            regions_.noscript = true;
            sum_text();
            if (regions_.prose.back() < 3 * std::max(shown, little_prose)) {
                regions_.noscript = false;
                sum_text();
            }
        }
        regions_.role.assign(nodes_.size(), HtmlRole::none);
        const std::uint32_t all = std::max<std::uint32_t>(regions_.prose.back(), 1);
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            const HtmlRole inherited = i ? regions_.role[nodes_[i].parent] : HtmlRole::none;
            const bool settled = inherited == HtmlRole::foreign || nodes_[i].is_text();
            regions_.role[i] = settled ? inherited : role_of(i, inherited, all);
            if (inherited == HtmlRole::outside && regions_.role[i] != HtmlRole::foreign) regions_.role[i] = inherited;
        }
        return std::move(regions_);
    }

private:
    void sum_text() {
        const std::size_t count = nodes_.size();
        regions_.text.assign(count + 1, 0);
        regions_.link_text.assign(count + 1, 0);
        regions_.prose.assign(count + 1, 0);
        std::vector<std::uint8_t> in_link(count, 0), silent(count, 0);
        std::vector<std::uint32_t> block(count, 0);  // nearest block element
        std::vector<std::uint32_t> own(count, 0), own_link(count, 0);  // text that stands directly in a block
        for (std::uint32_t i = 0; i < count; ++i) {
            const HtmlNode& node = nodes_[i];
            in_link[i] = node.name == "a" || (i && in_link[node.parent]);
            silent[i] = (i && silent[node.parent]) || regions_.silent(node.name);
            block[i] = is_block_element(node.name) ? i : i ? block[node.parent] : 0;
            std::uint32_t size = 0;
            if (!silent[i])
                for (char c : node.text) size += c != ' ' && c != '\n' && c != '\t' && c != '\r';
            regions_.text[i + 1] = regions_.text[i] + size;
            regions_.link_text[i + 1] = regions_.link_text[i] + (in_link[i] ? size : 0);
            own[block[i]] += size;
            if (in_link[i]) own_link[block[i]] += size;
        }
        for (std::uint32_t i = 0; i < count; ++i) {
            const std::uint32_t home = block[i];
            const bool prose = nodes_[i].is_text() && is_prose_block(nodes_[home].name) && own[home] >= prose_length && own_link[home] * 2 < own[home];
            regions_.prose[i + 1] = regions_.prose[i] + (prose ? regions_.text[i + 1] - regions_.text[i] : 0);
        }
    }

    HtmlRole role_of(std::uint32_t node, HtmlRole inherited, std::uint32_t all_prose) const {
        const std::string_view name = nodes_[node].name;
        if (name == "nav") return HtmlRole::foreign;
        if (name == "noscript" && !regions_.noscript) return HtmlRole::outside;
        if (among(outside_tags, name)) return name == "aside" && share(node, all_prose) > .5 ? inherited : HtmlRole::outside;
        if (is_structure(name)) return inherited;
        if (is_hidden(tree_, node) && share(node, all_prose) < .5) return HtmlRole::outside;
        if (const std::string role = ascii_lower(tree_.attribute(node, "role")); !role.empty() && among(outside_roles, role) && share(node, all_prose) < .5) return HtmlRole::outside;
        if (name == "form" && share(node, all_prose) < .3 && !holds_heading(node)) return HtmlRole::outside;
        if (name == "figcaption" || name == "caption") return HtmlRole::caption;
        std::string names(tree_.attribute(node, "class").substr(0, 400));
        names += ' ';
        names += tree_.attribute(node, "id").substr(0, 200);
        const std::vector<std::string> words = name_words(names);
        if (words.empty()) return inherited;
        if (std::none_of(words.begin(), words.end(), [&](const std::string& word) { return is_empty_word(word, node); }))
            if (const double limit = outside_share(words); limit >= 0 && share(node, all_prose) <= limit && !holds_heading(node))
            return std::any_of(words.begin(), words.end(), is_foreign) ? HtmlRole::foreign : HtmlRole::outside;
        if (std::find(words.begin(), words.end(), "caption") != words.end() || std::find(words.begin(), words.end(), "bildunterschrift") != words.end()) return HtmlRole::caption;
        if (sum_within(regions_.text, tree_, node) < 200 && std::any_of(words.begin(), words.end(), [](const std::string& word) { return among(byline_words, word); })) return HtmlRole::byline;
        return inherited;
    }

    /// "teaser" is the name of the lead too, and "ads" of a chapter with room for some: those have no links, or much text.
    bool is_empty_word(const std::string& word, std::uint32_t node) const {
        if (word.starts_with("teaser")) return sum_within(regions_.link_text, tree_, node) == 0;
        return (word == "ad" || word == "ads" || word == "anzeige" || word == "promo" || word == "print") && sum_within(regions_.prose, tree_, node) > 0;
    }

    double share(std::uint32_t node, std::uint32_t all) const { return static_cast<double>(sum_within(regions_.prose, tree_, node)) / all; }

    /// An <h1> among the first nodes: a header whose class says "nav" may hold the title of the article.
    bool holds_heading(std::uint32_t node) const {
        const std::uint32_t end = std::min(nodes_[node].end, node + 40);
        for (std::uint32_t i = node; i < end; ++i)
            if (nodes_[i].name == "h1") return true;
        return false;
    }

    const HtmlTree& tree_;
    const std::vector<HtmlNode>& nodes_;
    HtmlRegions regions_;
};

}  // namespace

HtmlRegions find_regions(const HtmlTree& tree) { return RegionFinder(tree).find(); }

std::vector<std::string> name_words(std::string_view name) {
    std::vector<std::string> words;
    bool fresh = true;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool upper = c >= 'A' && c <= 'Z';
        if (!upper && !(c >= 'a' && c <= 'z') && static_cast<unsigned char>(c) < 0x80) {
            fresh = true;
            continue;
        }
        if (upper && i && name[i - 1] >= 'a' && name[i - 1] <= 'z') fresh = true;
        if (fresh) words.emplace_back();
        fresh = false;
        words.back() += ascii_lower(c);
    }
    return words;
}

}  // namespace annals
