# cmake -DSTET=<program> -DOUTPUT=<file> -P manual.cmake: a manual page out of the program's own --help.
cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/help.cmake)

# The output of the program with the arguments, as text that troff sets as it stands.
function(verbatim result)
  stet_says(text ${ARGN})
  string(REPLACE "\\" "\\e" text "${text}")
  string(REPLACE "-" "\\-" text "${text}")
  string(REGEX REPLACE "(^|\n)([.'])" "\\1\\\\&\\2" text "${text}")
  set(${result} ".nf\n${text}.fi\n" PARENT_SCOPE)
endfunction()

stet_says(version --version)
string(STRIP "${version}" version)
verbatim(usage --help)
set(page ".TH STET 1 \"\" \"${version}\"\n.SH NAME\nstet \\- check Markdown articles for repeats, contradictions and claims without a source\n")
string(APPEND page ".SH SYNOPSIS\n${usage}")
stet_commands(commands)
foreach(command IN LISTS commands)
  verbatim(help ${command} --help)
  string(TOUPPER ${command} title)
  string(APPEND page ".SH ${title}\n${help}")
endforeach()
file(WRITE ${OUTPUT} "${page}")
