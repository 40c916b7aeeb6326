# shellcheck shell=sh
# Sourced by the scripts beside it, from the top of the repository: finds JDK 25, whatever the default
# java is, and sets JAVA_HOME and PATH. Leaves JAVA_HOME empty when there is none.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && grep -q '^JAVA_VERSION="25[."]' "$1/release" 2>/dev/null
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME:-}"
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v 25 2>/dev/null || true
  fi
  for place in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
    "${SDKMAN_DIR:-${HOME:-}/.sdkman}"/candidates/java/* "${HOME:-}"/.jdks/*; do
    printf '%s\n' "$place"
  done
}

find_jdk() {
  JAVA_HOME=$(jdk_candidates | while IFS= read -r home; do
    if is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      break
    fi
  done)
  if [ -n "$JAVA_HOME" ]; then
    export JAVA_HOME
    PATH="$JAVA_HOME/bin:$PATH"
    export PATH
  fi
}

find_jdk
