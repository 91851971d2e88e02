#include "importers/extract/dates/year_headings.h"

#include "core/text/span.h"

namespace annals {
namespace {

constexpr std::uint32_t opening = 2;  // tokens that may stand before the date: "In April", a weekday

bool is_year(std::string_view text) {
    if (text.size() != 4 || (text[0] != '1' && text[0] != '2')) return false;
    for (const char c : text)
        if (c < '0' || c > '9') return false;
    return true;
}

int number(std::string_view year) { return (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + (year[3] - '0'); }

/// What year heads the block at hand; blocks are entered in order.
class HeadingYear {
public:
    explicit HeadingYear(const Document& document) : document_(document) {}

    int at(std::uint32_t block) {
        for (; next_ <= block; ++next_) enter(next_);
        return year_;
    }

private:
    void enter(std::uint32_t index) {
        const Block& block = document_.blocks[index];
        const std::string_view text = words(document_.text, block.span);
        if (is_year(text)) {
            year_ = number(text);
            heading_ = &block;
            rows_ = false;
            return;
        }
        const bool row = block.kind == BlockKind::table_row;
        if (row && text.size() > 4 && text[4] == '\t' && is_year(text.substr(0, 4))) {  // "1916 | 9 April | ...", and rows without it below
            year_ = number(text);
            heading_ = &block;
            rows_ = true;
            return;
        }
        const bool ends = (rows_ && !row) || block.kind == BlockKind::title ||
                          (block.kind == BlockKind::heading && heading_ && (heading_->kind != BlockKind::heading || block.level <= heading_->level));
        if (ends) year_ = 0;
        rows_ = rows_ || row;
    }

    const Document& document_;
    const Block* heading_ = nullptr;
    std::uint32_t next_ = 0;
    int year_ = 0;
    bool rows_ = false;  // rows have begun below it: what is no row ends it
};

}  // namespace

void take_years_of_headings(const Document& document, const std::vector<Sentence>& sentences, std::vector<SentenceMatches>& matches) {
    HeadingYear heading(document);
    for (SentenceMatches& in : matches) {
        const bool first = in.sentence == 0 || sentences[in.sentence - 1].block != sentences[in.sentence].block;
        if (!first || in.matches.empty()) continue;
        const int year = heading.at(sentences[in.sentence].block);
        std::uint32_t reach = opening;
        for (Match& match : in.matches) {
            Meaning& meaning = match.meaning;
            if (!year || match.first > reach || meaning.kind != MeaningKind::date || !said(meaning.month)) break;
            if (said(meaning.year) || said(meaning.short_year) || said(meaning.which) || said(meaning.decade)) break;
            meaning.year = year;
            reach = match.last + 1;  // "9 April-3 May"
        }
    }
}

}  // namespace annals
