# What the launcher does before the first run: tools, packages, build. Sourced, not run.
# shellcheck shell=sh disable=SC2034

# Debian's packages; CONTRIBUTING says what each is for.
packages_to_build="git pkg-config libcairo2-dev libharfbuzz-dev libfribidi-dev libdeflate-dev libgif-dev libqpdf-dev libsqlite3-dev libzstd-dev fonts-inter"
# Peers of the tests: a Python for the scratch environment, readers of PDF, a browser, a cluster on loopback.
packages_to_test="python3 python3-venv poppler-utils chromium slurm-wlm slurmctld slurmd slurm-client"
# Peers of the tests and benches, from PyPI; never a part of the product.
peers="numpy>=1.26 scipy>=1.11 simpy>=4.1 jsonschema>=4.20 matplotlib>=3.9 mizani>=0.11 pillow>=10 pikepdf>=9 pypdf>=5 fonttools>=4.50 html5lib>=1.1 playwright>=1.50 axe-playwright-python>=0.1.8 pandas>=2.2 pyarrow>=17 polars>=1.9 duckdb>=1.1 moocore>=0.1.5 pymoo>=0.6.1 SALib>=1.5 statsmodels>=0.14"

say() { printf '%s\n' "evtools: $*" >&2; }

need_toolchain() {
  if ! command -v swift >/dev/null 2>&1; then
    say "there is no Swift toolchain on the PATH; evtools is built with Swift 6.2 or later."
    say "Install it as https://www.swift.org/install/linux describes, then run this again."
    exit 69
  fi
}

# Whether a Debian package is there, or what we need of it came in another way.
has_package() {
  case $1 in
  chromium) command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 ;;
  poppler-utils) command -v pdffonts >/dev/null 2>&1 ;;
  slurm-wlm | slurmctld) command -v slurmctld >/dev/null 2>&1 ;;
  slurmd) command -v slurmd >/dev/null 2>&1 ;;
  slurm-client) command -v sbatch >/dev/null 2>&1 ;;
  git) command -v git >/dev/null 2>&1 ;;
  python3) command -v python3 >/dev/null 2>&1 ;;
  python3-venv) python3 -c 'import venv, ensurepip' >/dev/null 2>&1 ;;
  *) [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ] ;;
  esac
}

need_packages() {
  missing=
  for package in "$@"; do has_package "$package" || missing="$missing $package"; done
  [ -n "$missing" ] || return 0
  sudo=
  [ "$(id -u)" -eq 0 ] || sudo="sudo "
  command="${sudo}apt-get install -y --no-install-recommends$missing"
  say "these packages are missing:$missing"
  if [ "${EVTOOLS_NO_INSTALL-}" = 1 ] || ! command -v apt-get >/dev/null 2>&1; then
    say "install them with: $command"
    exit 69
  fi
  if [ -t 0 ] && [ -t 2 ]; then
    printf 'evtools: run "%s" now? [Y/n] ' "$command" >&2
    read -r answer
    case $answer in [Nn]*) exit 69 ;; esac
  fi
  say "running: $command"
  ${sudo}apt-get update -qq >&2 || say "the list of packages could not be renewed; going on with the old one"
  $command >&2 || { say "that did not work; see above."; exit 69; }
}

# A scratch Python environment with the peers; made anew when the list changes.
need_peers() {
  EVTOOLS_PEERS=$build/peers
  export EVTOOLS_PEERS
  [ "$(cat "$EVTOOLS_PEERS/list" 2>/dev/null)" = "$peers" ] && return 0
  if [ "${EVTOOLS_NO_INSTALL-}" = 1 ]; then
    say "the peers of the tests ($peers) are not installed; tests that need them are skipped."
    unset EVTOOLS_PEERS
    return 0
  fi
  say "installing the peers of tests and benches from PyPI, below .build: $peers"
  # A failure here costs the comparisons, not the tests.
  if python3 -m venv --clear "$EVTOOLS_PEERS" >&2 &&
    # shellcheck disable=SC2086
    "$EVTOOLS_PEERS/bin/pip" install --quiet --disable-pip-version-check $peers >&2; then
    printf '%s' "$peers" >"$EVTOOLS_PEERS/list"
  else
    say "that did not work; tests that need the peers are skipped."
    unset EVTOOLS_PEERS
  fi
}

# The commit and whether the sources differ from it, as a build id for the linker.
build_id() {
  commit=$(git -C "$here" rev-parse --verify -q HEAD 2>/dev/null) || return 0
  changes=$(git -C "$here" status --porcelain -- Package.swift Sources tools templates 2>/dev/null)
  printf -- '-Xlinker --build-id=0x%s%s' "$commit" "$([ -z "$changes" ] && echo 00 || echo 01)"
}

# Runs a build quietly: what it printed is shown only when it fails.
quietly() {
  mkdir -p "$build"
  # Changes made during the build must count as newer than it.
  : >"$build/evtools.begun"
  if ! (cd "$here" && "$@" >"$build/evtools.log" 2>&1); then
    cat "$build/evtools.log" >&2
    say "the build failed; see above."
    exit 70
  fi
}

build_product() {
  [ -x "$binary" ] || say "building; the first time this takes a minute or two"
  # shellcheck disable=SC2046
  quietly swift build -c release --product evtools --static-swift-stdlib $(build_id)
  stat -c '%Y %s' "$binary" >"$stamp"
  touch -r "$build/evtools.begun" "$stamp"
}

build_tests() {
  say "building the tests"
  quietly swift build -c release --build-tests
}
