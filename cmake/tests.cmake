find_package(Catch2 REQUIRED)
find_package(date REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck)
include(Catch)

set_source_files_properties(tests/paths.cpp PROPERTIES COMPILE_DEFINITIONS "ANNALS_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";ANNALS_PROGRAM=\"$<TARGET_FILE:annals>\"")

# One program an area: tests/core, tests/importers, tests/reports, tests/cli.
function(annals_add_tests area)
  annals_glob(sources tests/${area})
  if(NOT sources)
    return()
  endif()
  add_executable(tests_${area} ${sources} tests/paths.cpp)
  target_link_libraries(tests_${area} PRIVATE ${ARGN} Catch2::Catch2WithMain date::date fmt::fmt nlohmann_json::nlohmann_json)
  catch_discover_tests(tests_${area} TEST_PREFIX "${area}: ")
endfunction()

annals_add_tests(core annals_core SQLiteCpp SQLite::SQLite3 ${RAPIDCHECK_LIBRARY})
annals_add_tests(importers annals_importers LibArchive::LibArchive)
annals_add_tests(reports annals_reports)
annals_add_tests(cli annals_cli)
if(TARGET tests_cli)
  add_dependencies(tests_cli annals)
endif()

add_test(NAME "tree: include rules" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/include_rules.py" "${PROJECT_SOURCE_DIR}")
add_test(NAME "tree: include rules, selftest" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/include_rules.py" --selftest)
if(NOT ANNALS_SANITIZED)
  add_test(NAME "install: another project uses the moved package"
    COMMAND ${CMAKE_COMMAND} "-DBUILD=${PROJECT_BINARY_DIR}" "-DSOURCE=${PROJECT_SOURCE_DIR}" -P "${PROJECT_SOURCE_DIR}/tests/install/consumer.cmake")
  add_test(NAME "install: Debian package" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/install/debian_package.py" "${PROJECT_BINARY_DIR}")
  set_tests_properties("install: Debian package" PROPERTIES SKIP_RETURN_CODE 77)
endif()

# The page in a real browser and the exports in other projects' parsers; skipped where these are not.
add_executable(sample_pages tests/browser/sample_pages.cpp tests/reports/sample_events.cpp)
target_link_libraries(sample_pages PRIVATE annals_reports)
if(NOT ANNALS_SANITIZED)
  set(browser_test "${PROJECT_SOURCE_DIR}/tests/browser/run" $<TARGET_FILE:sample_pages> $<TARGET_FILE:annals>)
  add_test(NAME "reports: the page in a browser" COMMAND ${browser_test} page.mjs)
  add_test(NAME "reports: the page shows what query finds" COMMAND ${browser_test} filters.mjs)
  add_test(NAME "reports: exports read by other programs" COMMAND ${browser_test} exports.mjs)
  add_test(NAME "reports: CSV in LibreOffice" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/reports/libreoffice.py" $<TARGET_FILE:sample_pages>)
  set_tests_properties("reports: the page in a browser" "reports: the page shows what query finds" "reports: exports read by other programs" "reports: CSV in LibreOffice" PROPERTIES
    SKIP_RETURN_CODE 77 TIMEOUT 600 COST 100)  # the longest: they begin first
endif()

# What annals makes of samples/, against tests/golden/samples/expected.tsv; each named row is a test of its own.
set(samples_test python3 "${PROJECT_SOURCE_DIR}/tests/samples.py")
set(samples_out "${PROJECT_BINARY_DIR}/samples")
add_test(NAME "samples: import" COMMAND ${samples_test} read $<TARGET_FILE:annals> "${samples_out}")
set_tests_properties("samples: import" PROPERTIES FIXTURES_SETUP samples)
add_test(NAME "samples: most events are found with their date" COMMAND ${samples_test} share "${samples_out}")
add_test(NAME "samples: kind, modality, attribution and shape vary" COMMAND ${samples_test} vary "${samples_out}")
set(samples_tests "samples: most events are found with their date" "samples: kind, modality, attribution and shape vary")
file(STRINGS "${PROJECT_SOURCE_DIR}/tests/golden/samples/expected.tsv" must_rows REGEX "^[^#\t]" ENCODING UTF-8)
foreach(row IN LISTS must_rows)
  string(REGEX REPLACE "\t.*" "" name "${row}")
  add_test(NAME "samples: ${name}" COMMAND ${samples_test} must "${samples_out}" "${name}")
  list(APPEND samples_tests "samples: ${name}")
endforeach()
set_tests_properties(${samples_tests} PROPERTIES FIXTURES_REQUIRED samples)

# The console blocks of the documentation show what annals prints.
add_test(NAME "docs: console blocks" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/console_blocks.py" $<TARGET_FILE:annals> "${PROJECT_SOURCE_DIR}/README.md")
add_test(NAME "docs: links" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/doc_links.py")
