# Files of the source tree inside a library.
#
#   annals_embed_text(TARGET NAME GLOB...)    texts, as a generated source; those longer than a literal may be by .incbin
#   annals_embed_binary(TARGET NAME GLOB...)  models, by .incbin, used in place
#
# Both define `const std::vector<annals::EmbeddedFile>& annals::embedded::NAME()`, sorted by path; declare it where it is used.
#
#   annals_embed_hash(TARGET NAME GLOB...)    one hash of them all: `std::string_view annals::embedded::NAME()`
set(ANNALS_HASH_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/hash_files.cmake")
set(ANNALS_EMBED_SCRIPT "${CMAKE_CURRENT_LIST_DIR}/embed_files.cmake")

function(annals_embed_text target name)
  annals_embed_as(text ${target} ${name} ${ARGN})
endfunction()

function(annals_embed_binary target name)
  annals_embed_as(binary ${target} ${name} ${ARGN})
endfunction()

function(annals_embed_as kind target name)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/")
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  list(SORT files)
  set(out "${PROJECT_BINARY_DIR}/embedded/${name}.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DNAME=${name}" "-DKIND=${kind}" "-DROOT=${PROJECT_SOURCE_DIR}" "-DFILES=${files}" -P "${ANNALS_EMBED_SCRIPT}"
    DEPENDS ${files} "${ANNALS_EMBED_SCRIPT}" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
  set_source_files_properties("${out}" PROPERTIES OBJECT_DEPENDS "${files}")
endfunction()

function(annals_embed_hash target name)
  list(TRANSFORM ARGN PREPEND "${PROJECT_SOURCE_DIR}/")
  file(GLOB files CONFIGURE_DEPENDS ${ARGN})
  list(SORT files)
  set(out "${PROJECT_BINARY_DIR}/embedded/${name}.cpp")
  add_custom_command(OUTPUT "${out}"
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DNAME=${name}" "-DFILES=${files}" -P "${ANNALS_HASH_SCRIPT}"
    DEPENDS ${files} "${ANNALS_HASH_SCRIPT}" VERBATIM)
  target_sources(${target} PRIVATE "${out}")
endfunction()
