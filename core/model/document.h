// An article as the formats hand it over: the wall between formats and extract.
#pragma once

#include "core/model/diagnostic.h"
#include "core/text/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace annals {

enum class BlockKind { title, byline, dateline, caption, heading, paragraph, list_item, table_row, entry, boilerplate };
std::string_view to_string(BlockKind kind);

/// A paragraph-like piece of the text. Blocks are in order, do not overlap and are parted by white space.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    Span span;
    std::string stated;  // EDTF of the day on which this block was written, where it is not the document's: on every block of a live
                         // page's entry or of a forwarded message, its header (BlockKind::entry) included; empty for none
    int level = 0;       // of a heading: 1..6
};

/// Where a machine-readable date stood, best first. `created`: when the file was, which counts where nothing else is known.
enum class DateBasis { user, field, json_ld, meta, feed, mail, front_matter, time_element, dateline, byline, caption, url, text, created, none };
std::string_view to_string(DateBasis basis);

/// A date that the file states by machine-readable means; never read out of prose.
struct StatedDate {
    std::string edtf;         // canonical; may hold a time and offset
    DateBasis basis = DateBasis::none;
    std::string where;        // "article:published_time", "Date:", ...
};

struct Document {
    std::string text;         // well-formed UTF-8 with \n line ends; the title is a block of it, mostly the first
    std::vector<Block> blocks;
    std::vector<StatedDate> stated;  // best first
    std::string id;           // Message-ID, feed guid, JSON Lines id: as the file has it; may be empty
    std::string id_scope;     // name of the file within which `id` is unique (JSON Lines); empty: unique everywhere
    std::string title;        // as in the text, without its markup
    std::string url;          // canonical URL
    std::string publisher;
    std::string language;     // "en", as declared; empty if the file does not say
    std::string path;         // of the file, as given by the user
    std::string sha256;       // of `text`, 64 lower-case hex digits
    std::vector<std::uint32_t> pages;  // byte of `text` at which each page begins; empty for a text without pages
    Diagnostics diagnostics;
};

/// Stable identity: id, else URL, else "sha256:..." (core/model/identity.cpp).
std::string document_key(const Document& document);

/// The page, from 1, on which the byte stands; none in a text without pages.
std::optional<int> page_of(const Document& document, std::uint32_t byte);

/// SHA-256 as 64 hex digits.
std::string sha256(std::string_view bytes);

}  // namespace annals
