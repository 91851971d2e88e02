// sample_pages FOLDER [COUNT]: writes the pages that the browser tests open; with COUNT one page of so many generated events.
#include "tests/reports/sample_events.h"

#include <cstdio>
#include <fstream>
#include <string>

namespace {

void write(const std::string& path, const annals::ReportInput& input) {
    std::ofstream file(path, std::ios::binary);
    annals::find_report_format("html")->write(input, [&](std::string_view piece) { file << piece; });
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
    write(folder + "/valley.html", sample::report(sample::valley(), "The Ansel valley, its bridges and floods"));
    write(folder + "/hostile.html", sample::report(sample::hostile(), "</title><script>window.ran = 0</script>"));
    write(folder + "/right_to_left.html", sample::report(sample::right_to_left()));
    write(folder + "/empty.html", sample::report({}));
    write(folder + "/2000.html", sample::report(sample::many(2000)));
}
