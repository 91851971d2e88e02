# Each tests/fuzz/NAME.cpp is a libFuzzer program, fuzz_NAME, over the library of all rooms. As a test it reads its corpus,
# tests/fuzz/corpus/NAME, golden documents and samples/, and then goes on from there for ANNALS_FUZZ_SECONDS; what it finds new stays in the build folder.
set(ANNALS_FUZZ_SECONDS 5 CACHE STRING "How long each fuzz program runs as a test")
enable_testing()

annals_glob(fuzz_sources tests/fuzz)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(fuzz_${name} "${source}")
  target_link_libraries(fuzz_${name} PRIVATE annals_reports annals_importers annals_core)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  set(corpus "${PROJECT_SOURCE_DIR}/tests/fuzz/corpus/${name}")
  set(found "${PROJECT_BINARY_DIR}/fuzz/${name}")
  file(MAKE_DIRECTORY "${found}")
  if(NOT EXISTS "${corpus}")
    set(corpus "")
  endif()
  # Golden documents are seeds too: a reader's own, and all of them for the programs that take any format.
  set(golden "${PROJECT_SOURCE_DIR}/tests/golden/formats")
  if(name STREQUAL "road" OR name STREQUAL "formats")
    file(GLOB more "${golden}/*")
    list(APPEND corpus ${more})
  elseif(EXISTS "${golden}/${name}")
    list(APPEND corpus "${golden}/${name}")
  endif()
  add_test(NAME "fuzz: ${name}" COMMAND fuzz_${name} -max_total_time=${ANNALS_FUZZ_SECONDS} -timeout=10 -rss_limit_mb=2048 -print_final_stats=1
    "-artifact_prefix=${found}/" "${found}" ${corpus} "${PROJECT_SOURCE_DIR}/samples")
endforeach()
