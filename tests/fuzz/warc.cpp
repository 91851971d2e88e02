#include "tests/fuzz/read_checked.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) { return annals::test::read_checked(annals::read_warc, data, size); }
