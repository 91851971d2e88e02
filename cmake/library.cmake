# annals_glob(OUT DIR [EXCLUDE REGEX]): every .cpp below DIR, looked up again at each build.
function(annals_glob out dir)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "EXCLUDE" "")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${dir}/*.cpp")
  if(arg_EXCLUDE)
    list(FILTER sources EXCLUDE REGEX "${arg_EXCLUDE}")
  endif()
  list(SORT sources)
  set(${out} "${sources}" PARENT_SCOPE)
endfunction()

# annals_add_library(NAME DIR [EXCLUDE REGEX]): a static library of all sources below DIR.
function(annals_add_library name dir)
  annals_glob(sources ${dir} ${ARGN})
  add_library(${name} STATIC ${sources})
  add_library(annals::${name} ALIAS ${name})
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}> $<INSTALL_INTERFACE:include>)
endfunction()
