// What the first bytes of a zip file say of it.
#pragma once

#include <string_view>

namespace annals {

/// The type that the entry "mimetype" at the beginning states ("application/epub+zip"), else what its first names tell of an Office
/// file ("word", "xl", "ppt"), else "META-INF/container.xml" -> "application/epub+zip"; empty for any other zip.
std::string_view zip_document_type(std::string_view head);

/// A zip that is one document, or a table or slides, rather than an archive of files.
inline bool is_zip_document(std::string_view head) { return !zip_document_type(head).empty(); }

}  // namespace annals
