// annals formats
#include "cli/commands.h"
#include "cli/text_table.h"
#include "importers/formats/format.h"
#include "reports/report.h"

#include <ostream>

namespace annals {

int formats_command(const Options&, Console& console) {
    std::vector<std::vector<std::string>> rows{{"Read:"}};
    for (const Format& format : formats()) {
        std::string extensions;
        for (std::size_t at = 0; at < format.extensions.size();) {
            const std::size_t end = std::min(format.extensions.find(' ', at), format.extensions.size());
            extensions.append(extensions.empty() ? "." : " .").append(format.extensions.substr(at, end - at));
            at = end + 1;
        }
        rows.push_back({"  " + std::string(format.name), extensions, std::string(format.description)});
    }
    rows.push_back({"Written:"});
    for (const ReportFormat& format : report_formats())
        rows.push_back({"  " + std::string(format.name), "." + std::string(format.extension), std::string(format.description)});
    console.out << lined_up(rows, rows.size(), 0);
    return done;
}

}  // namespace annals
