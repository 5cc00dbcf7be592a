#!/bin/sh
# For any other service, and for a terminal: what this branch brought since it left the main one. Exit code 1: findings.
#
#   examples/check-branch.sh [BASE [PATH…]]      such as examples/check-branch.sh origin/main content
set -eu
base=${1:-origin/main}
[ $# -eq 0 ] || shift
git rev-parse --verify --quiet "$base^{commit}" >/dev/null || {
  printf 'there is no %s here: fetch it, and fetch whole history (git fetch --unshallow)\n' "$base" >&2
  exit 2
}
exec stet check "--changed-since=$base" -- "$@"
