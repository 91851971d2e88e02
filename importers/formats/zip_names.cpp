#include "importers/formats/zip_names.h"

#include <algorithm>
#include <cstddef>

namespace annals {
namespace {

constexpr std::string_view local_header = "PK\x03\x04";
constexpr std::size_t header_size = 30;

std::size_t number(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]) | static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 1])) << 8;
}

}  // namespace

std::string_view zip_document_type(std::string_view head) {
    bool office = false;
    std::string_view part, type;
    for (std::size_t at = 0; at != std::string_view::npos && at + header_size <= head.size(); at = head.find(local_header, at + 4)) {
        if (!head.substr(at).starts_with(local_header)) return {};
        const std::size_t name_size = number(head, at + 26);
        const std::string_view name = head.substr(at + header_size, name_size);
        if (at == 0 && name == "mimetype") {
            const std::string_view content = head.substr(std::min(at + header_size + name_size + number(head, at + 28), head.size()));
            const std::size_t size = number(head, at + 22);  // 0 where it is told behind the content
            if (content.starts_with("application/")) return content.substr(0, size ? size : content.find("PK"));
        }
        if (name == "META-INF/container.xml") type = "application/epub+zip";
        if (name == "[Content_Types].xml" || name == "_rels/.rels") office = true;
        for (std::string_view folder : {"word", "xl", "ppt"})
            if (part.empty() && name.starts_with(folder) && name.substr(folder.size()).starts_with('/')) part = folder;
    }
    return office && !part.empty() ? part : type;
}

}  // namespace annals
