include(GNUInstallDirs)
install(TARGETS stet_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
