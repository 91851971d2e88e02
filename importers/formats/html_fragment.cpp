#include "importers/formats/html_fragment.h"

#include "importers/formats/decode.h"
#include "importers/formats/document_text.h"
#include "importers/formats/entities.h"
#include "importers/formats/html_blocks.h"
#include "importers/formats/html_tree.h"

#include <algorithm>

namespace annals {

void add_html_fragment(std::string_view html, Document& document) {
    if (const std::string broken = html_bound_broken(html); !broken.empty()) {
        document.diagnostics.push_back({"html.nesting", Severity::warning, {}, {}, "the content is " + broken + ": its text was taken without its structure"});
        std::string text = clean_text(strip_tags(html));
        for (std::string_view rest = text; !rest.empty();) {
            const std::size_t end = std::min(rest.find("\n\n"), rest.size());
            add_block(document, BlockKind::paragraph, rest.substr(0, end));
            rest.remove_prefix(std::min(end + 2, rest.size()));
        }
        return;
    }
    add_fragment_blocks(HtmlTree(std::string(html)), document);
}

std::string title_text(std::string_view html) {
    const bool tagged = html.find('<') != std::string_view::npos;
    return fold_space(clean_text(tagged ? strip_tags(html) : decode_entities(html)));
}

}  // namespace annals
