# cmake -DSTET=<program> -DOUTPUT=<file> -P manual.cmake: a manual page out of the program's own --help.
cmake_minimum_required(VERSION 3.25)

# The output of the program with the arguments, as text that troff sets as it stands.
function(verbatim result)
  execute_process(COMMAND ${STET} ${ARGN} OUTPUT_VARIABLE text RESULT_VARIABLE code)
  if(NOT code EQUAL 0)
    message(FATAL_ERROR "stet ${ARGN} ended with ${code}")
  endif()
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set(${result} ".nf\n${text}.fi\n" PARENT_SCOPE)
endfunction()

execute_process(COMMAND ${STET} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
verbatim(usage --help)
set(page ".TH STET 1 \"\" \"${version}\"\n.SH NAME\nstet \\- check Markdown articles for repeats, contradictions and claims without a source\n")
string(APPEND page ".SH SYNOPSIS\n${usage}")

# The commands are the first words of the lines under "Subcommands:".
execute_process(COMMAND ${STET} --help OUTPUT_VARIABLE help)
string(REGEX REPLACE ".*\nSubcommands:\n" "" help "${help}")
string(REGEX MATCHALL "(^|\n)  [a-z]+ " commands "${help}")
list(TRANSFORM commands STRIP)
foreach(command IN LISTS commands)
  verbatim(help ${command} --help)
  string(TOUPPER ${command} title)
  string(APPEND page ".SH ${title}\n${help}")
endforeach()
file(WRITE ${OUTPUT} "${page}")
