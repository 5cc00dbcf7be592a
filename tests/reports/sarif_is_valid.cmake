cmake_minimum_required(VERSION 3.25)
# Runs stet on several articles and the validator, GitHub's rules on, on the SARIF of each run; fails on every result of level error or warning.
if(NOT EXISTS ${VALIDATOR})
  message("the validator is not there: ${VALIDATOR}")
  return()
endif()
# npm's install scripts, which are not run, would have made it executable.
file(CHMOD ${VALIDATOR} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
# It asks the network for what it does not need, and waits for an answer: forty seconds each time where there is none.
foreach(proxy http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY)
  set(ENV{${proxy}} http://127.0.0.1:9)
endforeach()
set(ENV{no_proxy} "")
set(ENV{NO_PROXY} "")
set(folder ${FOLDER}/sarif)
file(REMOVE_RECURSE ${folder})

# One run of stet and its exit code; what it wrote is validated at the end, with all others.
function(report name expected_code)
  set(sarif ${folder}/${name}.sarif)
  execute_process(COMMAND ${STET} --format sarif --output ${sarif} --fail-on never ${ARGN} RESULT_VARIABLE code ERROR_QUIET WORKING_DIRECTORY ${folder})
  if(NOT code EQUAL expected_code)
    message(SEND_ERROR "${name}: stet ended with ${code}, not with ${expected_code}")
  endif()
  file(READ ${sarif} written)
  set(written "${written}" PARENT_SCOPE)
  set(reports ${reports} ${sarif} PARENT_SCOPE)
endfunction()

# All of them at once, without what the validator only notes: CMake takes a minute to look through that.
function(validate)
  set(verdict ${folder}/verdict.sarif)
  execute_process(COMMAND ${VALIDATOR} validate ${ARGN} --rule-kind "Sarif;Ghas" --level "Error;Warning" --output ${verdict} --log "ForceOverwrite"
                  OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT EXISTS ${verdict} OR NOT output MATCHES "Analysis completed successfully")
    message(FATAL_ERROR "the validator said:\n${output}")
  endif()
  file(READ ${verdict} json)
  string(JSON count LENGTH ${json} runs 0 results)
  if(NOT count EQUAL 0)
    message(SEND_ERROR "not valid:\n${output}")
  endif()
endfunction()

# What a run must have held for its validation to mean something.
function(must_hold name)
  foreach(text IN LISTS ARGN)
    string(FIND "${written}" "${text}" at)
    if(at EQUAL -1)
      message(SEND_ERROR "${name}: the SARIF does not hold ${text}")
    endif()
  endforeach()
endfunction()

# All families, a path that must be percent-encoded, and an article that is missing.
configure_file(${ARTICLE} "${folder}/odd ü #1%/a:b?.md" COPYONLY)
report(families 3 ${ARTICLE} "odd ü #1%/a:b?.md" no-such-article.md)
must_hold(families "\"repetition/" "\"contradiction/" "\"citation/" "\"medical/" "relatedLocations" "odd%20%C3%BC%20%231%25/a%3Ab%3F.md"
          "toolExecutionNotifications" "\"executionSuccessful\": false")

# Fixes, suppressions, a byte order mark, carriage returns, characters beyond UTF-16's first plane, text that looks like links.
string(ASCII 239 187 191 mark)
string(ASCII 13 return)
set(faults
    "${mark}# 🍵 Fair"
    ""
    "🍵 It opens on Friday, 12 March 2019 [sic](x). It is old.[^a]"
    ""
    "<!-- stet citation -->"
    "Nothing is claimed here."
    ""
    "Here are three reasons to keep bees:"
    ""
    "- Honey."
    "- Wax."
    ""
    "The ferry to Tarsin leaves the eastern quay at dawn. It carries the mail, the milk and whoever has business on the mainland."
    ""
    "The ferry to Tarsin leaves the eastern quay at dawn. It carries the mail, the milk and whoever has business on the mainland."
    "")
string(REPLACE ";" "${return}\n" faults "${faults}")
file(WRITE ${folder}/faults.md "${faults}")
report(fixes 0 faults.md)
must_hold(fixes "\"fixes\"" "deletedRegion" "insertedContent" "stet/suppression-without-reason")

# What a change brought, with the deletion that caused it.
find_program(GIT git)
if(GIT)
  set(remedy "## Use\n\nVelmora is a herb that relieves chronic pain.\n\n")
  file(WRITE ${folder}/changed/a.md "${remedy}Side effects include drowsiness, ask your doctor first.\n")
  set(git ${GIT} -C ${folder}/changed -c user.name=Ada -c user.email=ada@example.org)
  execute_process(COMMAND ${git} init -q COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${git} add -A COMMAND_ERROR_IS_FATAL ANY)
  execute_process(COMMAND ${git} commit -q -m x COMMAND_ERROR_IS_FATAL ANY)
  file(WRITE ${folder}/changed/a.md "${remedy}It is green.\n")
  report(changed 0 --changed-since HEAD changed)
  must_hold(changed "caused here")
endif()

# Nothing at all.
file(WRITE ${folder}/clean.md "Nothing is wrong.\n")
report(clean 0 clean.md)
must_hold(clean "\"results\": []" "\"executionSuccessful\": true")

validate(${reports})

# A check that cannot fail is none.
file(READ ${folder}/fixes.sarif broken)
string(REPLACE "\"startLine\": 3," "\"startLine\": 0," broken "${broken}")
file(WRITE ${folder}/broken.sarif "${broken}")
execute_process(COMMAND ${VALIDATOR} validate ${folder}/clean.sarif ${folder}/broken.sarif --rule-kind "Sarif;Ghas" --level "Error;Warning" --output
                        ${folder}/broken-verdict.sarif --log "ForceOverwrite" OUTPUT_QUIET ERROR_QUIET)
file(READ ${folder}/broken-verdict.sarif json)
string(JSON count LENGTH ${json} runs 0 results)
if(count EQUAL 0)
  message(SEND_ERROR "the validator finds nothing wrong with a line 0")
endif()
