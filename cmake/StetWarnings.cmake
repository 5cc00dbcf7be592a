# Warnings of our own code, and only of it: dependencies are included as SYSTEM. Whoever only builds a program must not be stopped by what a
# compiler that we have not seen warns of.
option(STET_WARNINGS_AS_ERRORS "Stop at the first warning" OFF)
add_library(stet_warnings INTERFACE)
target_compile_options(
  stet_warnings
  INTERFACE $<$<COMPILE_LANGUAGE:CXX>:
            -Wall
            -Wextra
            -Wno-missing-field-initializers # designated initializers leave out what has a default
            -Wpedantic
            $<$<NOT:$<BOOL:${STET_UNITY_BUILD}>>:-Wshadow> # with several files at a time, of a constant in another one
            -Wconversion
            -Wnon-virtual-dtor
            -Wold-style-cast
            -Wcast-qual
            -Woverloaded-virtual
            $<$<BOOL:${STET_WARNINGS_AS_ERRORS}>:-Werror>>)
# gcc 12 warns of its own std::string::insert and replace when it inlines them (gcc's bug 105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(stet_warnings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
