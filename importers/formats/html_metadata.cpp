#include "importers/formats/html_metadata.h"

#include "core/text/ascii.h"
#include "core/time/day.h"
#include "importers/formats/document_text.h"
#include "importers/formats/html_json_ld.h"
#include "importers/formats/html_stamps.h"
#include "importers/formats/url_date.h"

#include <algorithm>
#include <array>

namespace annals {
namespace {

/// Names of <meta> that state the day of publication, best first; punctuation left out.
constexpr std::array<std::string_view, 62> published_names{
    "articlepublishedtime", "ogarticlepublishedtime", "articlepublished", "datepublished", "ogpublishedtime", "rnewsdatepublished", "articleogpublished", "vrpublishedtime", "publishedtimetelegram",
    "sailthrudate", "parselypubdate", "cxenseparserecspublishtime", "citationonlinedate", "citationpublicationdate", "citationdate", "dctermsissued", "dcdateissued", "dctermscreated", "dcdatecreated",
    "dccreated", "dcdate", "dctermsdate", "prismpublicationdate", "btpubdate", "articledateoriginal", "originalpublicationdate", "publicationdate", "publishdate", "publisheddate", "publishedat",
    "pubdate", "pdate", "ptime", "publishtime", "publishtimestamp", "publish_date", "ogpubdate", "ogpublishdate", "ogreleasedate", "displaydate", "articlepubdate", "articlecreated",
    "shareaholicarticlepublishedtime", "releasedate", "firstpublished", "datecreated", "created", "creationdate", "createddate", "gentime", "dateissued", "issued", "videoreleasedate", "bookreleasedate",
    "articledate", "docdate", "contentdate", "publish", "published", "searchdate", "date", "dcdatesubmitted"};

std::string bare_name(std::string_view name) {
    std::string result;
    for (char c : name)
        if (is_ascii_letter(c) || is_ascii_digit(c)) result += ascii_lower(c);
    return result;
}

/// 0 for the best, -1 for a name that states something else.
int rank_of(std::string_view bare) {
    const auto found = std::find(published_names.begin(), published_names.end(), bare);
    return found == published_names.end() ? -1 : static_cast<int>(found - published_names.begin());
}

std::optional<Day> day_of(const StatedDate& date) { return parse_day(date.edtf.substr(0, 10)); }

std::string host_of(std::string_view url) {
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    return std::string(url.starts_with("www.") ? url.substr(4) : url);
}

class Metadata {
public:
    Metadata(const HtmlTree& tree, const HtmlRegions& regions, Document& document) : tree_(tree), regions_(regions), document_(document) {}

    std::string read() {
        document_.language = tree_.attribute(0, "lang");
        if (document_.language.empty()) document_.language = tree_.attribute(0, "xml:lang");
        for (std::uint32_t i = 0; i < tree_.nodes().size(); ++i) read_node(i);
        if (document_.language.empty()) document_.language = json_.language.empty() ? language_ : json_.language;
        if (document_.language.size() > 12 || document_.language.find_first_of(" ,;") != std::string::npos) document_.language.clear();
        order_ = day_order_of(document_);
        document_.url = canonical_.starts_with("http") ? canonical_ : og_url_.starts_with("http") ? og_url_ : json_.url.starts_with("http") ? json_.url : std::string();
        document_.publisher = fold_space(!site_.empty() ? site_ : !json_.publisher.empty() ? json_.publisher : application_);
        choose_title();
        state_dates();
        return std::move(json_.body);
    }

private:
    void read_node(std::uint32_t i) {
        const std::string_view name = tree_.nodes()[i].name;
        if (name == "meta") read_meta(i);
        else if (name == "link") {
            const std::string relation = ascii_lower(tree_.attribute(i, "rel"));
            if (relation == "canonical" && canonical_.empty()) canonical_ = tree_.attribute(i, "href");
        } else if (name == "script" && ascii_lower(tree_.attribute(i, "type")).starts_with("application/ld+json")) json_.merge(read_json_ld(tree_.raw_text_of(i)));
        else if (name == "title" && title_.empty() && tree_.nodes()[tree_.nodes()[i].parent].name == "head") title_ = tree_.text_of(i);
        else if (name == "abbr" && ascii_lower(tree_.attribute(i, "class")).find("published") != std::string::npos) offer(time_, tree_.attribute(i, "title"), "abbr.published", 1);
        else if (!name.empty() && !regions_.foreign(i) && states_publication(i)) {
            const int rank = regions_.outside(i) ? 20 : 1;
            for (const char* attribute : {"content", "datetime", "title"})
                if (!tree_.attribute(i, attribute).empty()) return offer(meta_, tree_.attribute(i, attribute), "itemprop datePublished", rank);
            offer(meta_, tree_.text_of(i), "itemprop datePublished", rank);
        } else if (name == "time") read_time(i);
    }

    /// Microdata and RDFa: itemprop="datePublished", property="schema:dateCreated".
    bool states_publication(std::uint32_t i) const {
        for (const char* attribute : {"itemprop", "property"}) {
            const std::string value = ascii_lower(tree_.attribute(i, attribute));
            if (value.find("datepublished") != std::string::npos || value.find("datecreated") != std::string::npos) return tree_.nodes()[i].end - i < 20;
        }
        return false;
    }

    void read_meta(std::uint32_t i) {
        const std::string_view content = tree_.attribute(i, "content");
        if (content.empty()) return;
        std::string_view key = tree_.attribute(i, "property");
        if (key.empty()) key = tree_.attribute(i, "name");
        if (key.empty()) key = tree_.attribute(i, "itemprop");
        if (key.empty()) key = tree_.attribute(i, "http-equiv");
        if (key.empty()) return;
        const std::string folded = ascii_lower(key);
        if (folded == "og:title") og_title_ = content;
        else if (folded == "og:site_name") site_ = content;
        else if (folded == "og:url") og_url_ = content;
        else if (folded == "application-name" || folded == "dc.publisher" || folded == "publisher") application_ = content;
        else if (folded == "og:locale" || folded == "content-language" || folded == "dc.language") language_ = content;
        else if (folded == "twitter:title" || folded == "dc.title") { if (og_title_.empty()) og_title_ = content; }
        else if (folded == "citation_title") og_title_ = content;
        else if (folded == "article:modified_time") changed_ = content;
        else if (const int rank = rank_of(bare_name(key)); rank >= 0) offer(meta_, content, std::string(key), rank);
    }

    bool in_heading(std::uint32_t i) const {
        for (int up = 0; up < 3 && i; ++up) {
            i = tree_.nodes()[i].parent;
            const std::string_view name = tree_.nodes()[i].name;
            if (name.size() == 2 && name[0] == 'h' && name[1] >= '2' && name[1] <= '6') return true;
        }
        return false;
    }

    void read_time(std::uint32_t i) {
        std::string value(tree_.attribute(i, "datetime"));
        const std::string visible = tree_.text_of(i);
        if (value.empty()) value = visible;
        if (regions_.foreign(i) || in_heading(i)) return;  // that of an entry is the entry's own
        // Words around a <time>: its own class and that of its parents tell what it states.
        int rank = regions_.outside(i) ? 60 : 50;
        std::string around = ascii_lower(std::string(tree_.attribute(i, "class")) + " " + std::string(tree_.attribute(i, "itemprop")) + " " + std::string(tree_.attribute(i, "id")));
        if (tree_.has_attribute(i, "pubdate")) rank = 2;
        std::uint32_t parent = tree_.nodes()[i].parent;
        const bool small = tree_.nodes()[parent].end - parent < 60;  // else every <time> of a list would look at all of it
        const std::string parent_text = small ? ascii_lower(tree_.text_of(parent)) : std::string();
        for (std::string_view word : {"modified", "updated", "aktualisiert", "comment"})
            if (around.find(word) != std::string::npos && around.find("published") == std::string::npos) return;
        if (parent_text.size() < 60)
            for (std::string_view word : {"updated", "modified", "aktualisiert", "last edited"})
                if (parent_text.starts_with(word)) return;
        if (tree_.nodes()[parent].name == "p" && parent_text.size() > visible.size() + 80) return;  // a date within prose
        for (int up = 0; up < 2 && parent; ++up, parent = tree_.nodes()[parent].parent)
            around += " " + ascii_lower(tree_.attribute(parent, "class"));
        if (around.find("publish") != std::string::npos || around.find("entry-date") != std::string::npos || around.find("posted") != std::string::npos) rank = std::min(rank, 3);
        else if (around.find("byline") != std::string::npos || around.find("meta") != std::string::npos || around.find("date") != std::string::npos || around.find("stamp") != std::string::npos) rank = std::min(rank, 10);
        if (rank < 60) offer(time_, value, "time", rank);
    }

    struct Offer {
        std::string value, where;
        int rank = 0;
    };

    static void offer(std::vector<Offer>& offers, std::string_view value, std::string where, int rank) {
        if (offers.size() < 200 && !value.empty()) offers.push_back({std::string(value), std::move(where), rank});
    }

    void state(const std::string& value, DateBasis basis, const std::string& where) {
        const auto edtf = read_stated_date(value, order_);
        if (!edtf) {
            if (basis == DateBasis::json_ld || basis == DateBasis::meta)
                document_.diagnostics.push_back({"date.unreadable", Severity::note, {}, {}, "\"" + fold_space(value).substr(0, 60) + "\" of " + where + " is no date that can be read"});
            return;
        }
        if (edtf->size() < 4 || edtf->substr(0, 4) < "1970") return;  // 0001-01-01, 1970-01-01T00:00 and the like: a field that nobody filled
        if (edtf->starts_with("1970-01-01")) return;
        document_.stated.push_back({*edtf, basis, where});
    }

    void state_best(std::vector<Offer>& offers, DateBasis basis, std::size_t most) {
        std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.rank < b.rank; });
        const std::size_t before = document_.stated.size();
        for (const Offer& offer : offers)
            if (document_.stated.size() < before + most) state(offer.value, basis, offer.where);
    }

    void state_dates() {
        if (!json_.published.empty()) state(json_.published, DateBasis::json_ld, json_.where);
        state_best(meta_, DateBasis::meta, 3);
        // A <time> that nothing names as the day of publication may be anything: what is shown as a stamp goes before it.
        const auto named = [](const Offer& offer) { return offer.rank < 50; };
        const bool sure_time = std::any_of(time_.begin(), time_.end(), named);
        if (sure_time) state_best(time_, DateBasis::time_element, 1);
        // What the page shows its readers under the headline goes before what its fields tell machines: these may state a draft,
        // the first version or the template. Mostly they agree, and the field knows the minute.
        const auto stamp = find_stamp(tree_, regions_, document_, order_);
        const std::string& change = changed_.empty() && stamp && stamp->above ? json_.changed : changed_;  // a bar over the page
        const auto changed = stamp && !change.empty() ? read_stated_date(change, order_) : std::nullopt;
        const bool of_change = changed && parse_day(changed->substr(0, 10)) == day_of(stamp->date);
        const auto shown = [&](const StatedDate& date) {
            return stamp->above && std::find(stamp->near.begin(), stamp->near.end(), date.edtf.substr(0, 10)) != stamp->near.end();
        };
        const bool other_day =
            stamp && stamp->sure && !of_change && !document_.stated.empty() && day_of(document_.stated[0]) != day_of(stamp->date) && !shown(document_.stated[0]);
        if (stamp) document_.stated.insert(other_day ? document_.stated.begin() : document_.stated.end(), stamp->date);
        if (!sure_time && !stamp) state_best(time_, DateBasis::time_element, 1);
        for (const std::string& url : {canonical_, og_url_})
            if (const std::string edtf = date_in_url(url); !edtf.empty()) {
                document_.stated.push_back({edtf, DateBasis::url, url});
                break;
            }
        if (document_.stated.empty()) state_script_date();
        prefer_local_day();
    }

    /// The data of a page that is drawn by a script: `"publishedAt": "2019-06-14"`, if all such fields name one day.
    void state_script_date() {
        std::optional<StatedDate> only;
        for (std::uint32_t i = 0; i < tree_.nodes().size(); ++i) {
            if (tree_.nodes()[i].name != "script") continue;
            const std::string text = tree_.raw_text_of(i);
            for (std::size_t at = text.find("ubli"); at != std::string::npos; at = text.find("ubli", at + 1)) {
                const auto [key, value] = string_field(text, at);
                if (rank_of(bare_name(key)) < 0) continue;
                const auto edtf = read_stated_date(value, order_);
                if (!edtf || edtf->size() < 10) continue;
                if (only && only->edtf.substr(0, 10) != edtf->substr(0, 10)) return;
                if (!only) only = StatedDate{*edtf, DateBasis::meta, std::string(key)};
            }
        }
        if (only) document_.stated.push_back(*only);
    }

    /// Name and value of the field of JSON in whose name `at` stands; empty when it is none.
    static std::pair<std::string_view, std::string_view> string_field(std::string_view text, std::size_t at) {
        constexpr std::size_t longest = 40;
        const std::string_view before = text.substr(at < longest ? 0 : at - longest, std::min(at, longest));
        const std::size_t quote = before.rfind('"');
        if (quote == std::string_view::npos) return {};
        text.remove_prefix(at - (before.size() - quote) + 1);
        const std::size_t end = text.substr(0, 2 * longest).find('"');
        if (end == std::string_view::npos) return {};
        const std::size_t value = text.find_first_not_of(" :", end + 1);
        if (value == std::string_view::npos || text[value] != '"' || text.substr(end + 1, value - end).find(':') == std::string_view::npos) return {};
        const std::size_t close = text.substr(value + 1, longest).find('"');
        return close == std::string_view::npos ? std::pair<std::string_view, std::string_view>() : std::pair(text.substr(0, end), text.substr(value + 1, close));
    }

    /// A time in UTC may fall on the day after that of the place: the day that the page shows, or has in its URL, is the place's.
    void prefer_local_day() {
        auto& stated = document_.stated;
        if (stated.empty() || !stated[0].edtf.ends_with('Z')) return;
        const auto first = day_of(stated[0]);
        const auto local = std::find_if(stated.begin(), stated.end(), [&](const StatedDate& date) {
            return (date.basis == DateBasis::url || date.basis == DateBasis::byline) && first && day_of(date) && *day_of(date) == *first - 1;
        });
        if (local != stated.end()) std::rotate(stated.begin(), local, local + 1);
    }

    void choose_title() {
        const std::string site = document_.publisher;
        for (const std::string& title : {og_title_, json_.headline, title_}) {
            document_.title = without_site_name(fold_space(title), site);
            if (!document_.title.empty()) break;
        }
        // "Carthage - Atlas of Cities" over an article "Carthage" names the site.
        const std::string full = fold_space(title_);
        if (document_.publisher.empty() && !document_.title.empty() && full.starts_with(document_.title + " ")) {
            const std::string behind = full.substr(document_.title.size() + 1);
            for (std::string_view mark : {"| ", "- ", "\xe2\x80\x93 ", "\xe2\x80\x94 ", "\xc2\xbb ", ":: "})
                if (behind.starts_with(mark)) document_.publisher = behind.substr(mark.size());
        }
    }

    const HtmlTree& tree_;
    const HtmlRegions& regions_;
    Document& document_;
    JsonLd json_;
    std::string title_, og_title_, og_url_, canonical_, site_, application_, language_, changed_;
    std::vector<Offer> meta_, time_;
    DayOrder order_ = DayOrder::unknown;
};

}  // namespace

DayOrder day_order_of(const Document& document) {
    if (const DayOrder order = day_order_of(document.language); order != DayOrder::unknown) return order;
    const std::string host = host_of(document.url);
    for (std::string_view end : {".uk", ".au", ".nz", ".ie", ".in", ".za", ".de", ".at", ".ch", ".fr", ".it", ".es", ".nl", ".eu"})
        if (host.ends_with(end)) return DayOrder::day_first;
    for (std::string_view end : {".us", ".gov", ".edu"})
        if (host.ends_with(end)) return DayOrder::month_first;
    return DayOrder::unknown;
}

std::string without_site_name(const std::string& title, const std::string& site) {
    constexpr std::array<std::string_view, 8> marks{" | ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xbb ", " :: ", " \xc2\xab ", " \xe2\x80\xa2 "};
    const std::string folded_site = bare_name(site);
    for (std::string_view mark : marks) {
        const std::size_t last = title.rfind(mark);
        if (last == std::string::npos || last == 0) continue;
        const std::string tail = title.substr(last + mark.size()), head = title.substr(0, title.find(mark));
        if (!folded_site.empty() && bare_name(tail) == folded_site) return without_site_name(title.substr(0, last), site);
        if (!folded_site.empty() && bare_name(head) == folded_site) return title.substr(title.find(mark) + mark.size());
        if (folded_site.empty() && (mark == " | " || mark == " :: " || mark == " \xc2\xbb ") && tail.size() < last) return title.substr(0, last);
    }
    return title;
}

std::string read_metadata(const HtmlTree& tree, const HtmlRegions& regions, Document& document) { return Metadata(tree, regions, document).read(); }

}  // namespace annals
