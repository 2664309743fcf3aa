# Steps that script/server and script/test share. Read by them with ".", never run by itself.
# Each step says what it does, leaves a stamp when it is finished, and does nothing when its stamp still fits:
# so Ctrl-C anywhere is safe, and a second start needs no network and changes nothing (docs/setting-up.md).

PDF_PACKAGES="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"
DATA_DIR=${DATA_DIR:-$PWD/data}
export DATA_DIR PYTHONPATH=".:site"

say() { printf '%s\n' "→ $*"; }
stop() { printf '%s\n' "✗ $*" >&2; exit 1; }

stamp_of() { # the SHA-256 of the given files, in one line
  cat "$@" | sha256sum | cut -c1-64
}

is_done() { [ "$(cat "$1" 2>/dev/null)" = "$2" ]; }

mark_done() { mkdir -p "$(dirname "$1")" && printf '%s' "$2" >"$1.new" && mv "$1.new" "$1"; }

have_packages() { # whether Debian has every named package installed
  command -v dpkg-query >/dev/null || return 0
  [ "$(dpkg-query -W -f '${Status}\n' "$@" 2>/dev/null | grep -c 'ok installed')" = "$#" ]
}

install_packages() { # as root by apt; else returns 1
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  export DEBIAN_FRONTEND=noninteractive
  apt-get install -y -q --no-install-recommends "$@" >/dev/null 2>&1 ||
    { apt-get update -q >/dev/null && apt-get install -y -q --no-install-recommends "$@" >/dev/null; }
}

ensure_pdf_packages() {
  # shellcheck disable=SC2086  # a list of words
  have_packages $PDF_PACKAGES && return 0
  say "Installing the system packages that PDFs need: $PDF_PACKAGES"
  # shellcheck disable=SC2086
  install_packages $PDF_PACKAGES ||
    say "PDFs are off. Ask an administrator to run: apt-get install $PDF_PACKAGES"
}

ensure_python() {
  python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
    stop "Python 3.11 or newer is needed, as python3. On Debian: apt-get install python3 python3-venv"
  .venv/bin/python -c 'import pip' 2>/dev/null && return 0
  say "Making the virtual environment .venv"
  rm -rf .venv
  python3 -m venv .venv || stop "python3 -m venv failed. On Debian: apt-get install python3-venv"
}

ensure_requirements() { # arguments: the lock files that are needed
  fits=yes
  for file in "$@"; do is_done ".venv/stamps/$file" "$(stamp_of "$file")" || fits=no; done
  [ "$fits" = yes ] && return 0
  say "Installing $* into .venv"
  rm -rf .venv/stamps
  ensure_uv
  if ! { has_uv && VIRTUAL_ENV="$PWD/.venv" .venv/bin/uv pip sync -q --require-hashes "$@"; }; then
    # shellcheck disable=SC2046  # a list of words
    .venv/bin/pip install -q --disable-pip-version-check --require-hashes $(printf -- '-r %s ' "$@") ||
      stop "The packages could not be installed. Is there a network? Then run this again."
  fi
  for file in "$@"; do mark_done ".venv/stamps/$file" "$(stamp_of "$file")"; done
}

has_uv() { .venv/bin/uv --version >/dev/null 2>&1; }

ensure_uv() { # uv itself from the lock file, by its hashes; without it pip does the work and takes longer
  has_uv && return 0
  awk '/^uv==/{on=1} on{print} on&&!/\\$/{exit}' requirements.txt >.venv/uv.txt
  .venv/bin/pip install -q --disable-pip-version-check --require-hashes -r .venv/uv.txt ||
    say "uv cannot be had; pip does the work and takes longer"
}
