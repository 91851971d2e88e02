// Bytes of any charset -> well-formed UTF-8 with \n line ends.
#pragma once

#include "core/model/diagnostic.h"
#include "importers/formats/format.h"

#include <string>
#include <string_view>

namespace annals {

struct Decoded {
    std::string text;         // UTF-8; \n line ends; no byte order mark, NUL or control character but \n and \t
    std::string charset;      // what the bytes were taken for: "UTF-8", "windows-1252"
    Diagnostics diagnostics;  // "text.encoding" when bytes had to be replaced
};

/// In this order: a byte order mark, well-formed UTF-8, the charset that the file declares, uchardet's guess, Windows-1252.
/// Linear; never fails: what cannot be decoded becomes U+FFFD and is counted in a warning.
Decoded decode(std::string_view bytes, std::string_view declared = {});

/// UTF-16 and UTF-32, as their mark or their first bytes tell, come as UTF-8; all others as they are. The mark is left out.
ByteStream as_utf8(ByteStream bytes);

/// Line ends to \n, control characters out.
std::string clean_text(std::string_view utf8);

/// The same with as many code points as before (control characters become spaces), so that offsets of others stay right.
std::string clean_text_in_place(std::string utf8);

/// Whether the first bytes are those of a text rather than of a picture, an archive or a program.
bool looks_like_text(std::string_view head);

}  // namespace annals
