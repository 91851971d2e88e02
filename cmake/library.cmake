# annals_glob(OUT DIR [EXCLUDE REGEX]): every .cpp below DIR, looked up again at each build.
function(annals_glob out dir)
  annals_glob_files(files "${dir}/*.cpp" ${ARGN})
  set(${out} "${files}" PARENT_SCOPE)
endfunction()

function(annals_glob_files out pattern)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "EXCLUDE" "")
  file(GLOB_RECURSE files CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${pattern}")
  if(arg_EXCLUDE)
    list(FILTER files EXCLUDE REGEX "${arg_EXCLUDE}")
  endif()
  list(SORT files)
  set(${out} "${files}" PARENT_SCOPE)
endfunction()

# annals_add_library(NAME DIR [EXCLUDE REGEX]): a static library of all sources below DIR. Its headers are installed below
# include/annals with their path from the root; the target all_verify_interface_header_sets compiles each of them alone.
function(annals_add_library name dir)
  annals_glob(sources ${dir} ${ARGN})
  annals_glob_files(headers "${dir}/*.h" ${ARGN})
  add_library(${name} STATIC ${sources})
  add_library(annals::${name} ALIAS ${name})
  target_sources(${name} PUBLIC FILE_SET HEADERS BASE_DIRS "${PROJECT_SOURCE_DIR}" FILES ${headers})
  target_include_directories(${name} INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}/annals>)
  target_compile_features(${name} PUBLIC cxx_std_20)
endfunction()
