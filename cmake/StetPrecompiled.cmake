# Headers that are compiled once: those of the standard library and of fmt, without which a file compiles in half the time, and GoogleTest's.
# No header of our own is among them, so that a change to one compiles only who includes it. Every file includes what it uses all the same:
# the release build has no precompiled headers.
#
# stet_precompiled_headers(NAME LIBRARIES… HEADERS …): a set of headers, for stet_precompile(TARGET NAME).
function(stet_precompiled_headers name)
  if(NOT STET_PRECOMPILED_HEADERS)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 "" "" "" "LIBRARIES;HEADERS")
  file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp CONTENT "")
  add_library(${name} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE stet_warnings ${_LIBRARIES})
  target_compile_options(${name} PRIVATE -pthread)
  target_precompile_headers(${name} PRIVATE ${_HEADERS})
endfunction()

# Compiles a target's files with a set of headers.
function(stet_precompile target name)
  if(STET_PRECOMPILED_HEADERS)
    target_precompile_headers(${target} REUSE_FROM ${name})
    target_compile_options(${target} PRIVATE -pthread)  # which RE2 asks for wherever it is linked; flags must be the same everywhere
    # gcc 12 then warns of its own std::string as if that were ours (see StetWarnings.cmake).
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
  endif()
endfunction()

# Compiles all files of a target as one, which reads each header and makes each template once for all of them: a quarter of the time, for who
# builds everything. Who changes one file at a time is better off without. What an unnamed namespace holds must then have a name of its own
# within its stage, which is as it should be; each test file is a namespace by itself.
function(stet_together target)
  if(STET_UNITY_BUILD)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
      # gcc takes the one file that it is given for a header, whose types others might know.
      target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
      # What it believes to see once it has put functions of many files into one another stops no build; files compiled one at a time may.
      target_compile_options(${target} PRIVATE -Wno-error=array-bounds -Wno-error=stringop-overflow -Wno-error=stringop-overread
                                               -Wno-error=maybe-uninitialized -Wno-error=free-nonheap-object)
    endif()
  endif()
endfunction()
