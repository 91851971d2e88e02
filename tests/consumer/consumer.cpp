// Imports a text given on the command line and prints its events.
#include "core/store/store.h"
#include "importers/import.h"

#include <iostream>
#include <sstream>

int main(int argc, char** argv) {
    annals::ImportOptions options;
    options.paths = {"-"};
    std::istringstream text(argc > 1 ? argv[1] : "");
    options.standard_input = &text;
    options.rules = annals::english_rules();

    annals::Store store(":memory:");
    const auto report = [](const annals::Diagnostic& diagnostic) { std::cerr << diagnostic.text << '\n'; };
    const auto go_on = [](const annals::ImportProgress&) { return true; };
    annals::import_paths(options, &store, report, go_on);
    for (const annals::Event& event : store.query({})) std::cout << event.date.edtf << ' ' << event.headline << '\n';
}
