// Identity by content: hashes of texts, keys of documents, ids of events.
#include "core/model/document.h"
#include "core/model/event.h"

#include <nettle/sha2.h>

#include <algorithm>
#include <array>

namespace annals {
namespace {

std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> result;
    sha256_digest(&context, result.size(), result.data());
    return result;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    constexpr char hex[] = "0123456789abcdef";
    std::string text;
    text.reserve(2 * SHA256_DIGEST_SIZE);
    for (std::uint8_t byte : digest(bytes)) {
        text += hex[byte >> 4];
        text += hex[byte & 15];
    }
    return text;
}

std::string document_key(const Document& document) {
    if (!document.id.empty()) return document.id_scope.empty() ? document.id : document.id_scope + "#" + document.id;
    if (!document.url.empty()) return document.url;
    return "sha256:" + (document.sha256.empty() ? sha256(document.text) : document.sha256);
}

std::optional<int> page_of(const Document& document, std::uint32_t byte) {
    if (document.pages.empty()) return {};
    const auto after = std::upper_bound(document.pages.begin(), document.pages.end(), byte);
    return std::max<int>(1, static_cast<int>(after - document.pages.begin()));
}

std::string event_id(std::string_view mention_key) {
    // 13 characters of 5 bits; without i, l, o, u, so that an id can be read aloud.
    constexpr char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
    const auto bytes = digest(mention_key);
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = bits << 8 | bytes[i];
    std::string id;
    for (int i = 0; i < 12; ++i, bits >>= 5) id += letters[bits & 31];
    return id + letters[bytes[8] & 31];
}

}  // namespace annals
