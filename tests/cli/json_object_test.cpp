#include "cli/json_object.h"
#include "tests/catch.hpp"

#include <nlohmann/json.hpp>

#include <array>

using namespace annals;

namespace {

struct Read {
    std::string a, b, fault;
};

Read read(std::string_view json) {
    Read result;
    const std::array<JsonField, 2> fields{{{"a", &result.a}, {"b", &result.b}}};
    result.fault = read_json_object(json, fields);
    return result;
}

}  // namespace

TEST_CASE("fields of a JSON object") {
    CHECK(read(R"({"a": "x", "b": "y"})").b == "y");
    CHECK(read(R"( { "b" : "y" , "z" : [1, {"a": "]}"}, "\""] , "a":12.5e3 } )").a == "12.5e3");
    CHECK(read(R"({"a": null, "b": true})").a.empty());
    CHECK(read(R"({"a": null, "b": true})").b == "true");
    CHECK(read(R"({"a": {"b": "inner"}})").b.empty());
    CHECK(read(R"({"a": "1", "a": "2"})").a == "2");
    CHECK(read(R"({"a": "1", "a": null})").a.empty());
    CHECK(read("{}").fault.empty());
    CHECK(read("\xEF\xBB\xBF{\"a\": \"x\"}").a == "x");
}

TEST_CASE("texts of JSON read as another reader does") {
    for (const char* text : {R"("")", R"("plain")", R"("\"\\\/\b\f\n\r\t")", R"("caf\u00e9 \u20ac")", R"("\ud83d\ude00 and 😀")",
                             R"("end\\")", R"("\u0041\u000a")"}) {
        INFO(text);
        const Read mine = read(std::string(R"({"a": )") + text + "}");
        CHECK(mine.fault.empty());
        CHECK(mine.a == nlohmann::json::parse(text).get<std::string>());
    }
}

TEST_CASE("ill-formed texts become well-formed ones") {
    CHECK(read(R"({"a": "\ud83d!"})").a == "\uFFFD!");
    CHECK(read(R"({"a": "\ude00"})").a == "\uFFFD");
    CHECK(read(R"({"a": "\ud83d\u0041"})").a == "\uFFFDA");
    CHECK(read("{\"a\": \"\xff\"}").a == "\uFFFD");
}

TEST_CASE("what is no JSON object has a reason") {
    for (const char* text : {"", "[]", "x", "{", R"({"a")", R"({"a":)", R"({"a": "x)", R"({"a": "x\)", R"({"a": "x"} y)", R"({"a" "x"})",
                             R"({"a": [1})", R"({"a": [)", R"({a: 1})", R"({"a": "\u12)"}) {
        INFO(text);
        CHECK_FALSE(read(text).fault.empty());
    }
    CHECK(read(R"({"a": "x" "b": "y"})").fault == "a comma or the closing } is missing (byte 11)");
}

TEST_CASE("deep nesting is no danger") {
    const std::string deep(1'000'000, '[');
    CHECK(read("{\"z\": " + deep + std::string(deep.size(), ']') + ", \"a\": \"x\"}").a == "x");
    CHECK_FALSE(read("{\"z\": " + deep).fault.empty());
}
