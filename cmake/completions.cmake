# cmake -DSTET=<program> -DFOLDER=<folder> -P completions.cmake: completions for bash, zsh and fish out of the program's own --help, so that
# they cannot know other options than it has. Written are stet.bash, _stet and stet.fish.
cmake_minimum_required(VERSION 3.25)

include(${CMAKE_CURRENT_LIST_DIR}/help.cmake)

# The lines that a command prints, as a list; what CMake's lists cannot hold is replaced.
function(lines_of result)
  stet_says(text ${ARGN})
  string(REPLACE ";" "," text "${text}")
  string(REPLACE "[" "(" text "${text}")
  string(REPLACE "]" ")" text "${text}")
  string(REGEX REPLACE "['`\"\\$]" "" text "${text}")
  string(REPLACE "\n" ";" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

function(add_option command name value choices description)
  string(APPEND bash_${command} " ${name}")
  set(bash_${command} "${bash_${command}}" PARENT_SCOPE)
  string(REGEX REPLACE "^--" "" long "${name}")
  if(name MATCHES "^--(select|ignore)$")
    set(choices "RULES")
  endif()
  string(REPLACE ":" "\\:" zsh_description "${description}")
  set(zsh_value "")
  set(fish_value "")
  if(value)
    set(zsh_value ":${long}:_files")
    set(fish_value " -r -F")
  endif()
  if(choices STREQUAL "RULES")
    set(zsh_value ":${long}:_stet_rules")
    set(fish_value " -x -a '(__stet_rules)'")
    string(APPEND bash_values "    ${command}:${name}) words=$(_stet_rules) ;;\n")
  elseif(choices)
    string(REPLACE "," " " words "${choices}")
    set(zsh_value ":${long}:(${words})")
    set(fish_value " -x -a '${words}'")
    string(APPEND bash_values "    ${command}:${name}) words='${words}' ;;\n")
  endif()
  set(bash_values "${bash_values}" PARENT_SCOPE)
  set(zsh_${command} "${zsh_${command}} \\\n        '*${name}[${zsh_description}]${zsh_value}'" PARENT_SCOPE)
  string(APPEND fish "complete -c stet -n '__stet_command ${command}' -l ${long}${fish_value} -d '${description}'\n")
  set(fish "${fish}" PARENT_SCOPE)
endfunction()

stet_commands(commands)
lines_of(help --help)
foreach(line IN LISTS help)
  if(line MATCHES "^  ([a-z-]+) +(.*)$")
    set(description_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}")
  endif()
endforeach()

# An option is a line such as "  --fail-on SEVERITY          The mildest …"; its description goes on in lines that are indented as far.
foreach(command IN LISTS commands)
  lines_of(help ${command} --help)
  set(name "")
  foreach(line IN LISTS help ITEMS "")
    set(is_option FALSE)
    if(line MATCHES "^  (-h,)?--[a-z-]+")
      set(is_option TRUE)
    endif()
    if(name AND NOT is_option AND line MATCHES "^ +[^ ]")
      string(STRIP "${line}" line)
      string(APPEND description " ${line}")
    elseif(name)
      set(choices "")
      if(description MATCHES "^(.*)\\. One of: ([^.]*)\\.")
        set(description "${CMAKE_MATCH_1}")
        string(REPLACE ", " "," choices "${CMAKE_MATCH_2}")
      endif()
      string(STRIP "${description}" description)
      add_option(${command} ${name} "${value}" "${choices}" "${description}")
      set(name "")
    endif()
    if(is_option)
      string(REGEX MATCH "^  (-h,)?(--[a-z-]+)( [A-Z][A-Z=]*)?(.*)$" whole "${line}")
      set(name ${CMAKE_MATCH_2})
      set(value "${CMAKE_MATCH_3}")
      set(description "${CMAKE_MATCH_4}")
    endif()
  endforeach()
endforeach()

string(REPLACE ";" " " words "${commands}")
string(REPLACE ";" "|" alternatives "${commands}")
set(bash_options "")
set(zsh_commands "")
set(zsh_cases "")
set(fish_commands "")
foreach(command IN LISTS commands)
  string(APPEND bash_options "    ${command}) words='${bash_${command}}' ;;\n")
  string(REPLACE ":" "\\:" described "${description_${command}}")
  string(APPEND zsh_commands "    '${command}:${described}'\n")
  string(APPEND zsh_cases "    ${command})\n      _arguments -S${zsh_${command}} \\\n        '*:file:_files'\n      ;;\n")
  string(APPEND fish_commands "complete -c stet -n '__stet_no_word' -a ${command} -d '${description_${command}}'\n")
endforeach()

file(WRITE ${FOLDER}/stet.bash "# bash completion of stet; made from its --help.
_stet_rules() { stet rules 2>/dev/null | cut -d ' ' -f 1; }
_stet() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=check words=''
  if ((COMP_CWORD > 1)); then
    case \${COMP_WORDS[1]} in ${alternatives}) command=\${COMP_WORDS[1]} ;; esac
  fi
  case $command:$previous in
${bash_values}    explain:explain | test:test) words=$(_stet_rules) ;;
  esac
  if [[ -z $words && $current == -* ]]; then
    case $command in
${bash_options}    esac
  elif [[ -z $words && $COMP_CWORD == 1 ]]; then
    words='${words}'
  fi
  # Without words, bash goes on to files.
  [[ -z $words ]] || mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")
}
complete -o default -F _stet stet
")
file(WRITE ${FOLDER}/_stet "#compdef stet
# zsh completion of stet; made from its --help.
_stet_rules() {
  local -a rules
  rules=(\${(f)\"$(stet rules 2>/dev/null | cut -d ' ' -f 1)\"})
  compadd -a rules
}
_stet() {
  local -a commands
  commands=(
${zsh_commands}  )
  if ((CURRENT == 2)) && [[ $PREFIX != -* ]]; then
    _describe command commands
    _files
    return
  fi
  local command=check
  if [[ -n \${commands[(r)\${words[2]}:*]} ]]; then
    command=\${words[2]}
    shift words
    ((CURRENT--))
  fi
  case $command in
${zsh_cases}  esac
}
_stet \"$@\"
")
file(WRITE ${FOLDER}/stet.fish "# fish completion of stet; made from its --help.
function __stet_rules
    stet rules 2>/dev/null | string replace -r ' .*' ''
end
function __stet_no_word
    test (count (commandline -opc)) -eq 1
end
# Is this the command of the line? Without one it is check.
function __stet_command
    set -l words (commandline -opc)
    set -l command check
    if test (count $words) -gt 1; and contains -- $words[2] ${words}
        set command $words[2]
    end
    test $command = $argv[1]
end
${fish_commands}complete -c stet -n '__stet_command explain; or __stet_command test' -a '(__stet_rules)'
${fish}")
