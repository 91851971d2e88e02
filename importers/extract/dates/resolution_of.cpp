#include "importers/extract/dates/resolution_of.h"

#include <utility>

namespace annals {
namespace {

std::string leaned_on(const Read& read, const Written& written) {
    if (read.reading.lean == Lean::said) return written.block.empty() ? written.published : written.block;
    return read.reading.lean == Lean::story ? "the date before it in the text" : std::string();
}

}  // namespace

Resolution resolution_of(const Sentence& sentence, std::uint32_t index, Read& read, const Written& written) {
    Resolution made;
    made.span = {sentence.tokens[read.match.first].span.begin, sentence.tokens[read.match.last - 1].span.end};
    made.sentence = index;
    made.first = read.match.first;
    made.last = read.match.last;
    made.type = read.reading.type;
    made.timex_value = std::move(read.reading.timex);
    made.date = std::move(read.date);
    made.rule = read.match.rule->name;
    made.anchor = leaned_on(read, written);
    if (made.date.minute && made.date.utc_offset && !said(read.match.meaning.zone))
        made.anchor.append(made.anchor.empty() ? "" : ", ").append("by the clock of the stamp, ").append(written.published);
    for (const Edtf& other : read.reading.alternatives) made.alternatives.push_back(format_edtf(other));
    made.confidence = made.alternatives.empty() ? read.match.rule->share : read.match.rule->doubtful_share;
    if (!made.date.dated())
        made.undated_because = read.reading.undated_because.empty() ? "no day to lean on" : read.reading.undated_because;
    made.aside = read.aside;
    made.governed = read.governed;
    made.other = std::move(read.other);
    return made;
}

}  // namespace annals
