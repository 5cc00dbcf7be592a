# Warnings are errors in our own code, and only there: dependencies are included as SYSTEM.
add_library(stet_warnings INTERFACE)
target_compile_options(
  stet_warnings
  INTERFACE $<$<COMPILE_LANGUAGE:CXX>:
            -Wall
            -Wextra
            -Wno-missing-field-initializers # designated initializers leave out what has a default
            -Wpedantic
            -Wshadow
            -Wconversion
            -Wnon-virtual-dtor
            -Wold-style-cast
            -Wcast-qual
            -Woverloaded-virtual
            -Werror>)
