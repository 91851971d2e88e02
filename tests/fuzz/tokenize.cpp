// Tokens and sentences of any text lie in it, in order, without overlap.
#include "core/text/utf8.h"
#include "importers/extract/words/tokenize.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    annals::Document document;
    document.text = annals::repair_utf8({reinterpret_cast<const char*>(data), size});
    const auto end = static_cast<std::uint32_t>(document.text.size());
    document.blocks = {{annals::BlockKind::paragraph, {0, end}, {}, 0}};

    std::uint32_t at = 0;
    for (const annals::Token& token : annals::tokenize(document.text, {0, end})) {
        if (token.span.begin < at || token.span.empty() || token.span.end > end) std::abort();
        at = token.span.end;
    }
    at = 0;
    annals::TokenRoom room;
    for (const annals::Sentence& sentence : annals::split_sentences(document, room)) {
        if (sentence.span.begin < at || sentence.span.end > end) std::abort();
        at = sentence.span.end;
        for (const annals::Token& token : sentence.tokens)
            if (!sentence.span.contains(token.span)) std::abort();
    }
    return 0;
}
