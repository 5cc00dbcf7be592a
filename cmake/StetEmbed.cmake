# stet_files(<variable> <folder> <pattern>...): the files of <folder> that match, relative to it and sorted.
function(stet_files variable folder)
  set(patterns ${ARGN})
  list(TRANSFORM patterns PREPEND ${folder}/)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${folder} ${patterns})
  list(SORT files)
  set(${variable} ${files} PARENT_SCOPE)
endfunction()

# stet_embed(<target> <symbol> <folder> <pattern>...): makes the files of <folder> that match into a C++ table
#   namespace stet::embedded { extern const std::span<const File> <symbol>; }
# declared in "text/embedded.h", sorted by path.
function(stet_embed target symbol folder)
  stet_files(files ${folder} ${ARGN})
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

# stet_embed_made(<target> <symbol> <program> [<folder> <file>...]): the one file that <program> makes, called as
#   <program> OUTPUT [<folder> <file>...]
# as embedded::<symbol>.
function(stet_embed_made target symbol program)
  set(files ${ARGN})
  list(POP_FRONT files folder)
  list(TRANSFORM files PREPEND ${folder}/)
  set(output ${CMAKE_CURRENT_BINARY_DIR}/embedded_${symbol}.cpp)
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${program} ${CMAKE_CURRENT_BINARY_DIR}/${symbol} ${ARGN}
    COMMAND embed ${output} ${symbol} ${CMAKE_CURRENT_BINARY_DIR} ${symbol}
    DEPENDS ${program} embed ${files}
    COMMENT "Making and embedding ${symbol}"
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
  # One string a file, longer than the 65,536 bytes that the standard promises; both compilers take them.
  set_source_files_properties(${output} PROPERTIES COMPILE_OPTIONS -Wno-overlength-strings)
endfunction()
