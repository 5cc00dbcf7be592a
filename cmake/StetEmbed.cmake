# stet_embed(<target> <symbol> <folder> <pattern>...): makes the files of <folder> that match into a C++ table
#   namespace stet::embedded { extern const std::span<const File> <symbol>; }
# declared in "text/embedded.h", sorted by path.
function(stet_embed target symbol folder)
  set(patterns ${ARGN})
  list(TRANSFORM patterns PREPEND ${folder}/)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${patterns})
  list(SORT files)
  set(paths ${files})
  list(TRANSFORM paths PREPEND ${folder}/)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND embed ${output} ${symbol} ${folder} ${files}
    DEPENDS embed ${paths}
    COMMENT "Embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  # One string a file, longer than the 65,536 bytes that the standard promises; both compilers take them.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()

# stet_prepare_rules(<target> <folder> <pattern>...): the YAML trees of these files, packed by prepare_rules, as embedded::prepared_rules.
function(stet_prepare_rules target folder)
  set(patterns ${ARGN})
  list(TRANSFORM patterns PREPEND ${folder}/)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${patterns})
  list(SORT files)
  set(paths ${files})
  list(TRANSFORM paths PREPEND ${folder}/)
  set(packed ${CMAKE_CURRENT_BINARY_DIR}/rules.packed)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_prepared_rules.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND prepare_rules ${packed} ${folder} ${files}
    COMMAND embed ${output} prepared_rules ${CMAKE_CURRENT_BINARY_DIR} rules.packed
    DEPENDS prepare_rules embed ${paths}
    COMMENT "Preparing the rules"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  # One string a file, longer than the 65,536 bytes that the standard promises; both compilers take them.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
