# One program a file: bench/store.cpp -> bench_store (Google Benchmark). Not part of the tests.
find_package(benchmark REQUIRED)
annals_glob(bench_sources bench)
foreach(source IN LISTS bench_sources)
  get_filename_component(name "${source}" NAME_WE)
  add_executable(bench_${name} "${source}")
  target_link_libraries(bench_${name} PRIVATE annals_importers annals_reports annals_core benchmark::benchmark)
endforeach()
