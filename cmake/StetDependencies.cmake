# Every package that stet stands on. The README gives the reason for each.
option(STET_STATIC "Link all libraries in, the C library too: a program that runs on any Linux of the same processor" OFF)
if(STET_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
add_library(stet_fmt INTERFACE)
add_library(stet_yaml INTERFACE)
if(STET_STATIC)
  # Debian's CMake files name shared libraries of these two only.
  find_library(YAML_CPP_STATIC yaml-cpp REQUIRED)
  target_link_libraries(stet_yaml INTERFACE ${YAML_CPP_STATIC})
  target_link_libraries(stet_fmt INTERFACE fmt::fmt-header-only)
  find_library(ICU_DATA icudata REQUIRED)
  find_program(ICUPKG icupkg PATHS /usr/sbin REQUIRED)
  find_program(GENCCODE genccode PATHS /usr/sbin REQUIRED)
  enable_language(ASM)
  set(icu_data ${CMAKE_CURRENT_BINARY_DIR}/icu_data)
  add_custom_command(
    OUTPUT ${icu_data}/icu_data.S
    COMMAND ${CMAKE_COMMAND} -DLIBRARY=${ICU_DATA} -DAR=${CMAKE_AR} -DOBJCOPY=${CMAKE_OBJCOPY} -DICUPKG=${ICUPKG} -DGENCCODE=${GENCCODE}
            -DFOLDER=${icu_data} -P ${CMAKE_CURRENT_LIST_DIR}/icu_data.cmake
    DEPENDS ${CMAKE_CURRENT_LIST_DIR}/icu_data.cmake
    COMMENT "Taking out of ICU's data what is used"
    VERBATIM)
  add_library(icu_data STATIC ${icu_data}/icu_data.S)
  target_link_libraries(ICU::uc INTERFACE icu_data)
else()
  target_link_libraries(stet_yaml INTERFACE yaml-cpp)
  target_link_libraries(stet_fmt INTERFACE fmt::fmt)
endif()
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(tl-expected REQUIRED)
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)

find_path(STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
find_library(STEMMER_LIBRARY stemmer REQUIRED)
add_library(stet_stemmer INTERFACE)
target_include_directories(stet_stemmer SYSTEM INTERFACE ${STEMMER_INCLUDE_DIR})
target_link_libraries(stet_stemmer INTERFACE ${STEMMER_LIBRARY})

# tree-sitter and its Markdown grammars come as C sources from npm (package-lock.json pins them by integrity hash).
set(STET_NODE_MODULES ${CMAKE_SOURCE_DIR}/node_modules CACHE PATH "Where npm put the C sources of tree-sitter")
set(tree_sitter ${STET_NODE_MODULES}/tree-sitter/vendor/tree-sitter/lib)
set(markdown_grammar ${STET_NODE_MODULES}/@tree-sitter-grammars/tree-sitter-markdown)
if(NOT EXISTS ${tree_sitter}/src/lib.c OR NOT EXISTS ${markdown_grammar}/tree-sitter-markdown/src/parser.c)
  message(FATAL_ERROR "tree-sitter's sources are not in ${STET_NODE_MODULES}: run `npm ci --ignore-scripts` first, or ./bootstrap")
endif()

add_library(tree_sitter STATIC ${tree_sitter}/src/lib.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${tree_sitter}/include PRIVATE ${tree_sitter}/src)
target_compile_definitions(tree_sitter PRIVATE _POSIX_C_SOURCE=200112L _DEFAULT_SOURCE)
target_compile_options(tree_sitter PRIVATE -w)

foreach(grammar tree-sitter-markdown tree-sitter-markdown-inline)
  string(REPLACE "-" "_" target ${grammar})
  add_library(${target} STATIC ${markdown_grammar}/${grammar}/src/parser.c ${markdown_grammar}/${grammar}/src/scanner.c)
  target_include_directories(${target} PRIVATE ${markdown_grammar}/${grammar}/src)
  target_compile_options(${target} PRIVATE -w)
endforeach()
