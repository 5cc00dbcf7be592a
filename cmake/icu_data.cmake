# cmake -DLIBRARY=<libicudata.a> -DAR=… -DOBJCOPY=… -DICUPKG=… -DGENCCODE=… -DFOLDER=<folder> -P icu_data.cmake: writes FOLDER/icu_data.S,
# of ICU's data what the program asks for: sentence breaks of English, and NFKC_Casefold. 75 KB of 31 MB.
cmake_minimum_required(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE code OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT code EQUAL 0)
    string(JOIN " " command ${ARGN})
    message(FATAL_ERROR "${command} ended with ${code}\n${said}")
  endif()
endfunction()

file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER}/items ${FOLDER}/few)
run(${AR} x ${LIBRARY})
# icudt72l_dat.o: version 72, little-endian. The entry point that the library looks for has no such letter.
file(GLOB object ${FOLDER}/icudt*_dat.o)
string(REGEX MATCH "(icudt[0-9]+)([a-z])_dat.o$" whole "${object}")
set(entry ${CMAKE_MATCH_1})
set(package ${CMAKE_MATCH_1}${CMAKE_MATCH_2})
run(${OBJCOPY} -O binary -j .rodata ${object} ${package}.dat)
file(WRITE ${FOLDER}/items.txt "brkitr/root.res\nbrkitr/en.res\nbrkitr/sent.brk\nnfkc_cf.nrm\n")
run(${ICUPKG} -d items -x items.txt ${package}.dat)
# What brkitr/root.res names beside sent.brk nobody asks for.
run(${ICUPKG} --ignore-deps -s items -a items.txt new few/${package}.dat)
run(${GENCCODE} -a gcc -d few -e ${entry} few/${package}.dat)
file(RENAME ${FOLDER}/few/${package}_dat.S ${FOLDER}/icu_data.S)
