cmake_minimum_required(VERSION 3.25)
# What a document quotes is what the program says. Each
#
#   <!-- output of: stet ARGUMENTS -->
#   ```text
#   ...
#   ```
#
# in DOCUMENT is compared with a run of STET in FOLDER. With -DUPDATE=ON the document is written anew instead:
#   cmake -DSTET=build/dev/stet -DFOLDER=. -DDOCUMENT=README.md -DUPDATE=ON -P tests/documents/quotes.cmake
set(opening "<!-- output of: stet ")
set(fence_begin " -->\n```text\n")
set(fence_end "\n```\n")

file(READ ${DOCUMENT} rest)
set(updated "")
set(quotes 0)
while(TRUE)
  string(FIND "${rest}" "${opening}" at)
  if(at EQUAL -1)
    break()
  endif()
  string(LENGTH "${opening}" length)
  math(EXPR at "${at} + ${length}")
  string(SUBSTRING "${rest}" 0 ${at} before)
  string(SUBSTRING "${rest}" ${at} -1 rest)
  string(FIND "${rest}" "${fence_begin}" end)
  string(FIND "${rest}" "${fence_end}" close)
  if(end EQUAL -1 OR close LESS end)
    message(FATAL_ERROR "a quotation in ${DOCUMENT} is not followed by a block of text")
  endif()
  string(SUBSTRING "${rest}" 0 ${end} arguments)
  string(LENGTH "${fence_begin}" length)
  math(EXPR begin "${end} + ${length}")
  math(EXPR length "${close} - ${begin}")
  string(SUBSTRING "${rest}" ${begin} ${length} quoted)
  string(SUBSTRING "${rest}" ${close} -1 rest)

  separate_arguments(words UNIX_COMMAND "${arguments}")
  execute_process(COMMAND ${STET} ${words} WORKING_DIRECTORY ${FOLDER} OUTPUT_VARIABLE said ERROR_VARIABLE errors RESULT_VARIABLE code)
  string(REGEX REPLACE "\n+$" "" said "${said}")
  if(code GREATER 1)
    message(SEND_ERROR "stet ${arguments} ended with ${code}: ${errors}")
  elseif(NOT said STREQUAL quoted AND NOT UPDATE)
    message(SEND_ERROR "${DOCUMENT} quotes `stet ${arguments}` as\n${quoted}\nbut it says\n${said}\nRun with -DUPDATE=ON; see the head of this test.")
  endif()
  string(APPEND updated "${before}${arguments}${fence_begin}${said}")
  math(EXPR quotes "${quotes} + 1")
endwhile()
if(quotes EQUAL 0)
  message(FATAL_ERROR "${DOCUMENT} quotes nothing: has the comment before the quotations changed?")
endif()
if(UPDATE)
  file(WRITE ${DOCUMENT} "${updated}${rest}")
endif()
