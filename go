#!/bin/sh
# ./go            set up, then open the desk; without a screen: make a sample and print it
# ./go test       set up, then run every check
# ./go catalogs   write the words of the code into translations/
# ./go NAME ...   set up, then run a command of the desk, such as ./go init --help
set -eu
cd "$(dirname "$0")"
task=${1:-desk}
[ $# -eq 0 ] || shift
packages="libgl1 libegl1 libglib2.0-0 libxkbcommon0 libfontconfig1 libdbus-1-3
  libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0
  libwayland-cursor0 libwayland-egl1 libcups2"
[ "$task" != test ] || packages="$packages poppler-utils nodejs libjs-pdf"

find_python() {
  for python in python3 /usr/bin/python3; do
    "$python" -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && return
  done
  return 1
}

if command -v dpkg-query >/dev/null; then
  find_python || packages="$packages python3 python3-venv ca-certificates"
  for name in $packages; do # from Debian 13 on some libraries are called ...t64
    dpkg-query -W -f '${db:Status-Abbrev}\n' "$name" "${name}t64" 2>/dev/null | grep -q '^ii' ||
      missing="${missing:-} $name"
  done
  if [ -n "${missing:-}" ]; then
    echo "Installing:$missing"
    [ "$(id -u)" = 0 ] && as_root="" || as_root=$(command -v sudo) || {
      echo "First, as root: apt-get install$missing" >&2; exit 1; }
    $as_root apt-get update -qq || true
    $as_root env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends $missing >/dev/null
  fi
fi

recipe=$({ pwd && cat requirements.lock pyproject.toml; } | cksum)
if ! .venv/bin/python -c '' 2>/dev/null || [ "$(cat .venv/recipe 2>/dev/null)" != "$recipe" ]; then
  find_python || { echo "cspdesk needs Python 3.11 or newer, with its venv module." >&2; exit 1; }
  echo "Setting up .venv: a few minutes, once."
  "$python" -m venv --clear .venv
  pip=".venv/bin/python -m pip --disable-pip-version-check install --quiet"
  $pip --require-hashes --only-binary :all: -r requirements.lock
  $pip --no-deps --no-build-isolation -e .
  echo "$recipe" >.venv/recipe
fi
words=$(cat translations/*/LC_MESSAGES/cspdesk.po | cksum)
if [ "$(cat .venv/words 2>/dev/null)" != "$words" ]; then
  .venv/bin/pybabel -q compile -d translations -D cspdesk
  echo "$words" >.venv/words
fi

case $task in
  test)
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy
    exec .venv/bin/pytest "$@" ;;
  catalogs) exec .venv/bin/python tools/catalogs.py ;;
  desk) [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || exec .venv/bin/python -m cspdesk
    exec .venv/bin/python -m cspdesk demo --output sample ;;
  *) exec .venv/bin/python -m cspdesk "$task" "$@" ;;
esac
