// sample_pages FOLDER [COUNT]: writes the pages that the browser tests open and the exports that they read; with COUNT one page of so many
// generated events.
#include "tests/reports/sample_events.h"

#include <cstdio>
#include <fstream>
#include <string>

namespace {

void write(const std::string& path, const annals::ReportInput& input, std::string_view format = "html") {
    std::ofstream file(path, std::ios::binary);
    annals::find_report_format(format)->write(input, [&](std::string_view piece) { file << piece; });
    if (!file.flush()) {
        std::fprintf(stderr, "cannot write %s\n", path.c_str());
        std::exit(1);
    }
}

}  // namespace

int main(int argc, char** argv) {
    using namespace annals;
    if (argc < 2) return 2;
    const std::string folder = argv[1];
    if (argc > 2) {
        write(folder + "/" + argv[2] + ".html", sample::report(sample::many(std::stoi(argv[2]))));
        return 0;
    }
    for (const auto& [name, events] : {std::pair("valley", sample::valley()), std::pair("hostile", sample::hostile()), std::pair("right_to_left", sample::right_to_left())}) {
        const ReportInput input = sample::report(events, "A title: of # [all](kinds), \\ and \"more\"");
        for (const auto& [format, ending] : {std::pair("ics", ".ics"), std::pair("markwhen", ".mw"), std::pair("timelinejs", ".timelinejs.json"), std::pair("json", ".events.json"), std::pair("csv", ".csv")})
            write(folder + "/" + name + ending, input, format);
    }
    write(folder + "/valley.html", sample::report(sample::valley(), "The Ansel valley, its bridges and floods"));
    write(folder + "/hostile.html", sample::report(sample::hostile(), "</title><script>window.ran = 0</script>"));
    write(folder + "/right_to_left.html", sample::report(sample::right_to_left()));
    write(folder + "/empty.html", sample::report({}));
    write(folder + "/2000.html", sample::report(sample::many(2000)));
}
