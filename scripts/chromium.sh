#!/bin/sh
# The path of a Chromium for the tests of pages, on standard output. Installs Debian's where there is none and apt-get is.
# Ends with 1 where there is none in the end: those tests then say that they were skipped.
set -eu

find_chromium() {
  if [ -n "${CHROMIUM_PATH:-}" ] && [ -x "$CHROMIUM_PATH" ]; then
    echo "$CHROMIUM_PATH"
  else
    command -v chromium
  fi
}

find_chromium && exit 0

if command -v apt-get >/dev/null 2>&1; then
  log=$(mktemp)
  export DEBIAN_FRONTEND=noninteractive
  if ! { apt-get update && apt-get install -y --no-install-recommends chromium; } >"$log" 2>&1; then
    cat "$log" >&2
  fi
  rm -f "$log"
fi

find_chromium || { echo "no Chromium: the tests of pages will be skipped" >&2; exit 1; }
