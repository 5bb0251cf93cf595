# The runnable JAR of the command, for scripts/new-vendor and scripts/bench; sourced after common.sh and classpath.sh, never run.

forecourt_options=("${short_jvm[@]}" -Xshare:auto)

# Sources of the command and of what it generates with; contracts are none of them.
forecourt_sources() {
  find pom.xml specs/importer specs/patterns specs/vendors clients/normalizer clients/templates mock-servers/codegen mock-servers/forecourt \
    mock-servers/console mock-servers/runtime mock-servers/server \( -name target -o -path '*/src/test' \) -prune -o -type f -newer "$1" -print
}

# Builds the JAR unless nothing changed since. No test runs.
build_forecourt() {
  forecourt_jar=$PWD/mock-servers/forecourt/target/forecourt-cli-$(project_version).jar
  # beside the JAR, whose own time the JVM compares with the file of its classes
  forecourt_stamp=${forecourt_jar%.jar}.stamp
  if [ ! -s "$forecourt_jar" ] || [ ! -e "$forecourt_stamp" ] || [ -n "$(forecourt_sources "$forecourt_stamp" | head -n 1)" ]; then
    need_java
    step "Building the command (the first time some minutes)"
    quiet_maven mock-servers/target/forecourt-build.log -pl mock-servers/forecourt -am package
    touch "$forecourt_jar" "$forecourt_stamp"
  fi
  forecourt_classes=${forecourt_jar%.jar}.jsa
  if [ "$forecourt_classes" -nt "$forecourt_jar" ]; then return; fi
  rm -f "$forecourt_classes"
  # without it all works the same, a little later
  java "${forecourt_options[@]}" -Xlog:disable -XX:ArchiveClassesAtExit="$forecourt_classes" -jar "$forecourt_jar" \
    serve specs/autochat/openapi.yaml --port 0 --quiet -- --self-test >"${forecourt_classes%.jsa}.log" 2>&1 || rm -f "$forecourt_classes"
}

# What a new vendor changes in the checkout is no part of the command: nothing to build for.
keep_forecourt() {
  touch "$forecourt_stamp"
}

# Runs the JAR that is built. Once after each build the JVM keeps its classes in a file, with which later runs start in half the time.
forecourt() { # arguments...
  local options=("${forecourt_options[@]}")
  if [ -s "$forecourt_classes" ] && [ "$forecourt_classes" -nt "$forecourt_jar" ]; then
    options+=("-XX:SharedArchiveFile=$forecourt_classes" -Xlog:cds=off -Xlog:cds+dynamic=off)
  fi
  ${forecourt_exec:-} java "${options[@]}" -jar "$forecourt_jar" "$@"
}
