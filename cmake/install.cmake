# What `cmake --install` and `cpack` give: the program, and the libraries as a package for find_package(annals).
include(CMakePackageConfigHelpers)

install(TARGETS annals RUNTIME COMPONENT program)
# Written by the program itself, so that they cannot differ from it.
if(NOT ANNALS_SANITIZED)
  set(written "${PROJECT_BINARY_DIR}/written")
  file(MAKE_DIRECTORY "${written}")
  add_custom_command(OUTPUT "${written}/annals.1.gz" COMMAND annals man > "${written}/annals.1" COMMAND gzip -9nf "${written}/annals.1" DEPENDS annals VERBATIM)
  add_custom_command(OUTPUT "${written}/annals.bash" "${written}/_annals" "${written}/annals.fish"
    COMMAND annals completion bash > "${written}/annals.bash"
    COMMAND annals completion zsh > "${written}/_annals"
    COMMAND annals completion fish > "${written}/annals.fish" DEPENDS annals VERBATIM)
  add_custom_target(annals_written ALL DEPENDS "${written}/annals.1.gz" "${written}/annals.bash")
  install(FILES "${written}/annals.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT program)
  install(FILES "${written}/annals.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME annals COMPONENT program)
  install(FILES "${written}/_annals" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions" COMPONENT program)
  install(FILES "${written}/annals.fish" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT program)
endif()
install(FILES NOTICE DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME copyright COMPONENT program)

install(TARGETS annals_core annals_importers annals_reports EXPORT annals_targets
  ARCHIVE COMPONENT development
  FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}/annals" COMPONENT development)
set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/annals")
install(EXPORT annals_targets NAMESPACE annals:: FILE annals-targets.cmake DESTINATION "${package_dir}" COMPONENT development)
configure_package_config_file(cmake/annals-config.cmake.in annals-config.cmake INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file(annals-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/annals-config.cmake" "${PROJECT_BINARY_DIR}/annals-config-version.cmake"
  DESTINATION "${package_dir}" COMPONENT development)

# The Debian package: the program alone.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "annals maintainers <maintainers@annals.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "annals reads articles, finds what happened and when, keeps it in an SQLite database with the words
that say so, answers by date range, and reports as HTML, CSV or JSON.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37)")  # STRICT tables
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "poppler-utils")  # for PDF
include(CPack)
