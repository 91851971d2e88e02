find_package(Catch2 REQUIRED)
find_library(RAPIDCHECK_LIBRARY rapidcheck)
include(Catch)

# One program an area: tests/core, tests/importers, tests/reports, tests/cli.
function(annals_add_tests area)
  annals_glob(sources tests/${area})
  if(NOT sources)
    return()
  endif()
  add_executable(tests_${area} ${sources})
  target_link_libraries(tests_${area} PRIVATE ${ARGN} Catch2::Catch2WithMain date::date fmt::fmt nlohmann_json::nlohmann_json)
  target_compile_definitions(tests_${area} PRIVATE ANNALS_SOURCE_DIR="${PROJECT_SOURCE_DIR}" ANNALS_PROGRAM="$<TARGET_FILE:annals>")
  catch_discover_tests(tests_${area} TEST_PREFIX "${area}: ")
endfunction()

annals_add_tests(core annals_core SQLiteCpp SQLite::SQLite3 ${RAPIDCHECK_LIBRARY})
annals_add_tests(importers annals_importers)
annals_add_tests(reports annals_reports)
annals_add_tests(cli annals_cli)
if(TARGET tests_cli)
  add_dependencies(tests_cli annals)
endif()

add_test(NAME "tree: include rules" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/include_rules.py" "${PROJECT_SOURCE_DIR}")
add_test(NAME "tree: include rules, selftest" COMMAND python3 "${PROJECT_SOURCE_DIR}/tests/include_rules.py" --selftest)
if(NOT ANNALS_SANITIZED)
  add_test(NAME "tree: each header compiles alone" COMMAND ${CMAKE_COMMAND} --build "${PROJECT_BINARY_DIR}" --target all_verify_interface_header_sets)
endif()

# The page in a real browser; skipped where there is none.
add_executable(sample_pages tests/browser/sample_pages.cpp tests/reports/sample_events.cpp)
target_link_libraries(sample_pages PRIVATE annals_reports)
