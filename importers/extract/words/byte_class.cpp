#include "importers/extract/words/byte_class.h"

namespace annals {

CodePoint code_point_at(const char* at, const char* end) {
    const auto byte = [&](int i) { return at + i < end ? static_cast<unsigned char>(at[i]) : 0u; };
    const unsigned first = byte(0);
    unsigned size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
    if (at + size > end) size = static_cast<unsigned>(end - at);
    unsigned code = 0;
    if (size == 2)
        code = (first & 0x1f) << 6 | (byte(1) & 0x3f);
    else if (size == 3)
        code = (first & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f);
    else
        code = 0x10000;
    if (code == 0xa0 || code == 0x85 || code == 0x1680 || (code >= 0x2000 && code <= 0x200b) || code == 0x2028 || code == 0x2029 ||
        code == 0x202f || code == 0x205f || code == 0x3000 || code == 0xfeff)
        return {ByteClass::space, size, false};
    if ((code >= 0xa1 && code <= 0xbf && code != 0xaa && code != 0xb5 && code != 0xba) || code == 0xd7 || code == 0xf7 ||
        (code >= 0x2010 && code <= 0x206f) || (code >= 0x20a0 && code <= 0x20cf) || (code >= 0x2190 && code <= 0x2bff) ||
        (code >= 0x3001 && code <= 0x303f) || code == 0xfffd)
        return {ByteClass::mark, size, false};
    const bool capital = (code >= 0xc0 && code <= 0xde) || (code >= 0x100 && code <= 0x17f && code % 2 == 0) ||
                         (code >= 0x391 && code <= 0x3a9) || (code >= 0x410 && code <= 0x42f);
    return {ByteClass::letter, size, capital};
}

}  // namespace annals
