// sample_pages FOLDER [COUNT]: writes the pages that the browser tests open and the exports that they read; with COUNT the report of so many
// generated events, beside what other programs read of them.
#include "reports/comparison/comparison.h"
#include "reports/split_page.h"
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

void write_split(const std::string& folder, const std::string& stem, const annals::ReportInput& input, std::size_t packed) {
    annals::write_split_page(input, stem, packed, [&](const std::string& name, const std::function<void(const annals::TextSink&)>& pieces) {
        std::ofstream file(folder + "/" + name, std::ios::binary);
        pieces([&](std::string_view piece) { file << piece; });
    });
}

void write_compared(const std::string& path, const annals::Comparison& comparison) {
    std::ofstream file(path, std::ios::binary);
    annals::find_comparison_format("html")->write(comparison, [&](std::string_view piece) { file << piece; });
}

void write_many(const std::string& folder, const std::string& count) {
    using namespace annals;
    const ReportInput input = sample::report(sample::many(std::stoi(count)));
    write(folder + "/" + count + ".timelinejs.json", input, "timelinejs");
    write(folder + "/" + count + ".events.jsonl", input, "jsonl");
    if (std::stoi(count) <= largest_single_page) return write(folder + "/" + count + ".html", input);
    write_split(folder, count, input, 1000);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace annals;
    if (argc < 2) return 2;
    const std::string folder = argv[1];
    if (argc > 2) {
        write_many(folder, argv[2]);
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
    ReportInput hostile = sample::report(sample::hostile(), "</title><script>window.ran = 0</script>");
    hostile.text_of = [](const std::string& document) { return document + "\n</article><script>window.ran = 99</script>"; };
    write_split(folder, "hostile_split", hostile, 0);
    write_split(folder, "valley_split", sample::report(sample::valley()), 0);
    write_compared(folder + "/compared.html",
                   {{"Ansel Courier", "Northern Wire"}, compare_publishers(sample::valley(), "Ansel Courier", "Northern Wire"), "", ""});
    write_compared(
        folder + "/hostile_compared.html",
        {{"<script>window.ran = 1</script>", std::string(100'000, 'w')}, compare_databases(sample::hostile(), sample::hostile()), "", ""});
    write(folder + "/empty.html", sample::report({}));
    write(folder + "/2000.html", sample::report(sample::many(2000)));
}
