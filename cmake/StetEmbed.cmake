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
endfunction()
