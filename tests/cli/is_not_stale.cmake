# Compares what `stet ${COMMAND}` prints with the committed file.
separate_arguments(COMMAND)
execute_process(COMMAND ${STET} ${COMMAND} OUTPUT_VARIABLE printed RESULT_VARIABLE code)
file(READ ${COMMITTED} committed)
if(NOT code EQUAL 0 OR NOT printed STREQUAL committed)
  message(FATAL_ERROR "${COMMITTED} is stale: run `cmake --build build/dev --target references` and read the difference")
endif()
