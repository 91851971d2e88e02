# What `cmake --install` and `cpack` give: the program, and the libraries as a package for find_package(annals).
include(CMakePackageConfigHelpers)

install(TARGETS annals RUNTIME COMPONENT program)

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
include(CPack)
