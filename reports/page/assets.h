// What the page is dressed with: style, script and every word of its own, each in one file of reports/assets/.
#pragma once

#include "reports/page/html.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace annals::page {

Asset style();
Asset script();
/// The source expression of a content security policy: "sha256-" and the base64 of the hash.
std::string policy_hash(Asset asset);

/// The words under `key` in page_strings.txt; a missing key is a fault of ours and throws.
std::string_view words(std::string_view key);
bool has_words(std::string_view key);
/// As above with {0}, {1}, ... replaced by `values`.
std::string words(std::string_view key, std::initializer_list<std::string_view> values);
/// The words under `key`.one or `key`.many, with {0} replaced by the number: "1 event", "2,000 events".
std::string counted(std::string_view key, std::int64_t number);
/// "2,000"
std::string grouped(std::int64_t number);

/// Every key that begins with "script.", and the names of months, as one JSON object, for the script.
void write_script_strings(Html& html);

}  // namespace annals::page
