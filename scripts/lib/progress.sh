# Builds with Maven and shows how far it is; sourced after common.sh, never run.

# A line for each module that is begun. On a terminal the line is written over.
show_modules() {
  local line name place end='\n' begun=$SECONDS shown=false
  if [ -t 1 ]; then end='\r'; fi
  while IFS= read -r line; do
    case "$line" in
      '[INFO] Building '*[0-9]/[0-9]*']')
        name=${line#'[INFO] Building '}
        place=${name##*[}
        name=${name%% 0.*}
        name=${name%% [1-9].*}
        printf "    %4ds  %-7s %-50.50s$end" "$((SECONDS - begun))" "${place%]}" "$name"
        shown=true
        ;;
      '[ERROR] '*'[Help '* | '[ERROR] '*'-e switch'* | '[ERROR] '*'-X switch'* | '[ERROR] For more information'* | '[ERROR] After correcting'* | '[ERROR]   mvn '* | '[ERROR] ') ;;
      '[ERROR] '*) printf '%s\n' "$line" >&2 ;;
    esac
  done
  if "$shown" && [ -t 1 ]; then printf '\n'; fi
}

# Builds the modules; says which one it is at, and in red what stopped it. All that Maven says is in the log.
# Compiles its own code little: a build that lasts seconds is over before that pays.
build_with_progress() { # log maven-arguments...
  local log=$1
  shift
  MAVEN_OPTS="${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1 -XX:+UseSerialGC" mvn --batch-mode "$@" 2>&1 | tee "$log" | show_modules
}
