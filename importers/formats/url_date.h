// The day that news sites put into their addresses.
#pragma once

#include <string>
#include <string_view>

namespace annals {

/// /2019/06/14/, /2019-06-14, /20190614, /14-06-2019 and, as a month, /2019/06/ in the path of a URL, as EDTF; empty when there is none.
std::string date_in_url(std::string_view url);

}  // namespace annals
