#include "core/text/utf8.h"
#include "tests/properties.h"

namespace annals {
namespace {

const std::string replacement = "\xEF\xBF\xBD";

std::string any_bytes() {
    return *rc::gen::container<std::string>(
        rc::gen::oneOf(rc::gen::arbitrary<char>(), rc::gen::elementOf(std::string("a \xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\xED\xA0"))));
}

}  // namespace

TEST_CASE("only well-formed UTF-8 is UTF-8") {
    for (const char* good : {"", "plain ASCII, longer than eight", "é", "€", "😀", "\xF4\x8F\xBF\xBF", "\xED\x9F\xBF", "\xEE\x80\x80",
                             "\xC2\x80", "abcdefgé"}) {
        INFO(good);
        CHECK(is_utf8(good));
        CHECK(repair_utf8(good) == good);
    }
    for (const char* bad : {"\x80", "\xC0\xAF", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                            "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE2\x82", "abcdefgh\xC3"}) {
        CHECK_FALSE(is_utf8(bad));
    }
    CHECK(is_utf8(std::string_view("a\0b", 3)));
}

TEST_CASE("each ill-formed sequence becomes one U+FFFD") {
    std::size_t replaced = 7;
    CHECK(repair_utf8("caf\xE9 \xC3\xA9t\xC3\xA9", &replaced) == "caf" + replacement + " été");
    CHECK(replaced == 1);
    // The example of the Unicode standard, table 3-8: 61 F1 80 80 E1 80 C2 62 80 63 80 BF 64.
    CHECK(repair_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", &replaced) ==
          "a" + replacement + replacement + replacement + "b" + replacement + "c" + replacement + replacement + "d");
    CHECK(replaced == 6);
    CHECK(repair_utf8("\xED\xA0\x80", &replaced) == replacement + replacement + replacement);
    CHECK(repair_utf8("", &replaced).empty());
    CHECK(replaced == 0);
}

TEST_CASE("code points are read and written") {
    const std::string text = "aé€😀";
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == U'a');
    CHECK(next_code_point(text, at) == U'é');
    CHECK(next_code_point(text, at) == U'€');
    CHECK(next_code_point(text, at) == U'😀');
    CHECK(at == text.size());
    CHECK(code_points(text) == 4);
    for (char32_t code_point = 1; code_point <= 0x10FFFF; code_point += code_point < 0x3000 ? 1 : 97) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) continue;
        std::string one;
        append_utf8(one, code_point);
        std::size_t behind = 0;
        if (!is_utf8(one) || next_code_point(one, behind) != code_point || behind != one.size() || code_points(one) != 1)
            FAIL_CHECK(int(code_point));
    }
}

TEST_CASE("byte and code point offsets agree with counting") {
    CHECK(CodePointOffsets("plain").of_byte(3) == 3);
    CHECK(CodePointOffsets("plain").byte_of(99) == 5);
    CHECK(CodePointOffsets("").of_byte(0) == 0);
    test::check_property(
        [] {
            std::string text = repair_utf8(any_bytes());
            const auto times = test::between(1, 40);
            std::string longer;
            for (int n = 0; n < times; ++n) longer += text;
            const CodePointOffsets offsets(longer);
            std::uint32_t count = 0;
            for (std::size_t at = 0; at < longer.size(); ++count) {
                RC_ASSERT(offsets.of_byte(static_cast<std::uint32_t>(at)) == count);
                RC_ASSERT(offsets.byte_of(count) == at);
                next_code_point(longer, at);
            }
            RC_ASSERT(offsets.of_byte(static_cast<std::uint32_t>(longer.size())) == count);
            RC_ASSERT(offsets.byte_of(count) == longer.size());
        },
        300);
}

TEST_CASE("any bytes are repaired to UTF-8, and UTF-8 is left alone") {
    test::check_property([] {
        const std::string bytes = any_bytes();
        std::size_t replaced = 0;
        const std::string text = repair_utf8(bytes, &replaced);
        RC_ASSERT(is_utf8(text));
        RC_ASSERT((replaced == 0) == is_utf8(bytes));
        RC_ASSERT(repair_utf8(text) == text);
        RC_ASSERT(is_utf8(fold(text)));
        RC_ASSERT(fold(fold(text)) == fold(text));
    });
}

TEST_CASE("texts are folded for comparing") {
    CHECK(fold("The  War\n\tENDED ") == "the war ended");
    CHECK(fold("“Don’t” – he said — ‘no’") == "\"don't\" - he said - 'no'");
    CHECK(fold("ÉCOLE Straße ŁÓDŹ ŠIBENIK ŸŽ") == "école straße łódź šibenik ÿž");
    CHECK(fold("ΑΘΗΝΑ Άρης МОСКВА Ёлка Џ ԵՐԵՎԱՆ") == "αθηνα άρης москва ёлка џ երեվան");
    CHECK(fold("a\u00A0b\u2009c\u3000d") == "a b c d");
    CHECK(fold("co\u00ADop\u200Berate\uFEFF") == "cooperate");
    CHECK(fold("×÷ 10−5 «x»") == "×÷ 10-5 \"x\"");
    CHECK(fold("") == "");
    CHECK(fold(" \n") == "");
}

TEST_CASE("texts are shortened between words") {
    CHECK(shorten("the war ended", 13) == "the war ended");
    CHECK(shorten("the war ended", 12) == "the war…");
    CHECK(shorten("the war ended", 8) == "the war…");
    CHECK(shorten("the war ended", 7) == "the…");
    CHECK(shorten("été à Érevan", 7) == "été à…");
    CHECK(shorten("incomprehensible", 5) == "inco…");
    CHECK(shorten("ééééé", 3) == "éé…");
    CHECK(shorten("a  b", 3) == "a…");
    CHECK(shorten("ab", 1) == "…");
    CHECK(shorten("ab", 0) == "");
    CHECK(shorten("", 5) == "");
    test::check_property([] {
        const std::string text = repair_utf8(any_bytes());
        const auto limit = static_cast<std::size_t>(test::between(0, 20));
        const std::string shortened = shorten(text, limit);
        RC_ASSERT(is_utf8(shortened));
        RC_ASSERT(code_points(shortened) <= limit);
        RC_ASSERT((shortened == text) == (code_points(text) <= limit) || shortened == "…");
    });
}

TEST_CASE("utf8: letters without their accents; all else stays") {
    CHECK(without_accents("liège") == "liege");
    CHECK(without_accents("tromsø") == "tromso");
    CHECK(without_accents("łódź, žižkov, işık, őr") == "lodz, zizkov, isik, or");
    CHECK(without_accents("ærø, straße, đakovo") == "æro, straße, dakovo");
    CHECK(without_accents("東京 500 €") == "東京 500 €");
    CHECK(without_accents("plain") == "plain");
}

}  // namespace annals
