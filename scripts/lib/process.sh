# Knows again the processes that a script has started; sourced after common.sh, never run.
# A number alone is no proof: the system gives it to another process once the first has ended.

# where Linux tells of its processes
proc=/proc

# When a process was started, as a word that no other process of this number has: the boot and the tick. Nothing if there is none.
process_start() { # pid
  local stat
  if [ -r "$proc/$1/stat" ]; then
    stat=$(cat "$proc/$1/stat" 2>/dev/null) || return 0
    # the name in parentheses may hold spaces; the start is the 20th word behind it
    # shellcheck disable=SC2086 # words are wanted
    set -- ${stat##*) }
    echo "$(tr -d - <"$proc"/sys/kernel/random/boot_id):${20}"
  else # macOS and friends
    ps -p "$1" -o lstart= 2>/dev/null | tr -s ' ' _
  fi
}

# The folder that a process works in; nothing if it is not ours to see.
process_folder() { # pid
  if [ -d "$proc/$1" ]; then
    readlink "$proc/$1/cwd" 2>/dev/null || true
  elif has lsof; then
    lsof -a -p "$1" -d cwd -Fn 2>/dev/null | sed -n 's/^n//p'
  else
    pwd -P
  fi
}

# Whether the process is still the one that was started from this checkout with this start.
is_same_process() { # pid start
  [ -n "$2" ] && [ "$(process_start "$1")" = "$2" ] && [ "$(process_folder "$1")" = "$(pwd -P)" ]
}

# Asks a process to end and waits; false if it still runs then.
end_process() { # pid start seconds
  local tries
  kill "$1" 2>/dev/null || true
  for ((tries = 0; tries < $3 * 10; tries++)); do
    if [ "$(process_start "$1")" != "$2" ]; then return 0; fi
    sleep 0.1
  done
  return 1
}
