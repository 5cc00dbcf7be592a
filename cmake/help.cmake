# What is made from the program's own --help, so that it cannot say anything else: the manual and the shells' completions.

# The output of the program with the arguments behind `result`.
function(stet_says result)
  execute_process(COMMAND ${STET} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "stet ${ARGN} ended with ${code}")
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

# The names of all commands: the first words of the lines under "Commands:".
function(stet_commands result)
  stet_says(help --help)
  string(REGEX REPLACE ".*\nCommands:\n" "" help "${help}")
  string(REGEX MATCHALL "(^|\n)  [a-z]+ " commands "${help}")
  list(TRANSFORM commands STRIP)
  list(LENGTH commands count)
  if(count LESS 5)
    message(FATAL_ERROR "no commands in the help")
  endif()
  set(${result} "${commands}" PARENT_SCOPE)
endfunction()
