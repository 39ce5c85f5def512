#!/bin/sh
# Installs the Keycloak that the identity suite also runs against, and prints its folder:
#   KEYCLOAK_HOME=$(tools/install-keycloak.sh) npx vitest run identity
# As root on Debian it also gets what is missing: a Java runtime from 17 on, Maven and unzip.
set -eu

version=26.7.0
sha256=e63bd0167199c0092b8a4d22cc137e6b7a70e0089070f6f7799b1be504b69a8a
maven_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1

tools=${PORTICO_TOOLS:-$HOME/.cache/portico}
home=$tools/keycloak

say() { echo "install-keycloak: $*" >&2; }
fail() { say "$*"; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }

apt_updated=
apt_install() {
  [ "$(id -u)" = 0 ] && has apt-get || return 1
  if [ -z "$apt_updated" ]; then
    apt-get update -qq >&2
    apt_updated=yes
  fi
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

java_major() {
  "$1" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

find_java() {
  if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then echo "$JAVA_HOME/bin/java"; return; fi
  command -v java || true
}

ensure_java() {
  java=$(find_java)
  if [ -z "$java" ]; then
    say 'installing a Java runtime'
    # Keycloak asks for 21; Debian 12 has 17 only, which this version still starts on.
    apt_install openjdk-21-jre-headless || apt_install openjdk-17-jre-headless || fail 'no Java: install a runtime of version 17 or later (21 is best)'
    java=$(find_java)
  fi
  major=$(java_major "$java")
  [ "${major:-0}" -ge 17 ] || fail "$java is Java ${major:-of an unknown version}; Keycloak $version needs 17 or later. Set JAVA_HOME."
}

# ensure COMMAND PACKAGE
ensure() {
  has "$1" && return
  say "installing $2"
  apt_install "$2" || fail "no $1: install the package $2"
}

installed() {
  [ -x "$home/bin/kc.sh" ] && [ "$(cat "$home/version.txt" 2>/dev/null)" = "Keycloak - Version $version" ]
}

install_keycloak() {
  ensure mvn maven
  ensure unzip unzip
  mkdir -p "$tools"
  work=$(mktemp -d "$tools/keycloak-XXXXXX")
  trap 'rm -rf "$work"' EXIT INT TERM
  say "fetching Keycloak $version (180 MB)"
  mvn -q -B --strict-checksums "$maven_plugin:copy" \
    "-Dartifact=org.keycloak:keycloak-quarkus-dist:$version:zip" "-DoutputDirectory=$work" >&2
  archive=$work/keycloak-quarkus-dist-$version.zip
  echo "$sha256  $archive" | sha256sum --check --quiet >&2 || fail 'the archive is not the one that was expected'
  unzip -q "$archive" -d "$work"
  # Moved into place at the end, so that an interrupted run leaves nothing that looks installed.
  rm -rf "$home"
  mv "$work/keycloak-$version" "$home"
}

ensure_java
installed || install_keycloak
say "KEYCLOAK_HOME=$home"
echo "$home"
