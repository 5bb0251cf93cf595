# What a change touches, by the files that git names; sourced after common.sh and classpath.sh, never run.

# Files that differ from a commit, new ones included.
changed_files() { # commit
  { git diff --name-only --no-renames "$1" -- && git ls-files --others --exclude-standard; } | LC_ALL=C sort -u
}

# What tests of these modules, one a line, said when Maven ran them and they failed.
failures_of_modules() { # modules
  local module report
  while read -r module; do
    for report in "$module"/target/surefire-reports/*.txt; do
      if [ -f "$report" ]; then
        awk "$without_frames"'
          /^Tests run:/ || /^-+$/ { on = 0; next }
          / <<< (FAILURE|ERROR)!$/ { on = 1; sub(/ -- Time elapsed.*/, ""); test($0); next }
          on { message($0) }
        ' "$report"
      fi
    done
  done <<<"$1"
}

# Folders of all modules, with a slash before and after, the longest first.
all_modules() {
  find . \( -name target -o -name node_modules -o -name src \) -prune -o -name pom.xml -print |
    sed -e 's:^\.::' -e 's:pom\.xml$::' | awk '{ print length, $0 }' | sort -rn | cut -d ' ' -f 2
}

# Modules that read contracts where they stand, which no pom says. Those of other vendors read their own; what all clients share for
# their tests reads none by itself.
readers_of_contract() { # vendor
  local other
  {
    grep -rl --include='*.java' 'forecourt\.specs' specs/*/src clients/*/src mock-servers/*/src contract-tests/*/src | sed 's:/src/.*::'
    printf '%s\n' "clients/$1" "mock-servers/$1"
  } | sort -u | while read -r module; do
    if [ "$module" = clients/kit ]; then continue; fi
    for other in $(vendors); do
      if [ "$other" != "$1" ] && { [ "$module" = "clients/$other" ] || [ "$module" = "mock-servers/$other" ]; }; then continue 2; fi
    done
    echo "$module"
  done
}

# The modules that a file is a source of: one a line; "all" for what everything is built with, nothing for documents.
modules_of_file() { # file
  local module vendor
  case "$1" in
    *.md | LICENSE | findings/* | .editorconfig | .gitignore | .gitattributes | .dockerignore) return ;;
    specs/npm/*) echo mock-servers/packaged ;;
    specs/docs/*) echo specs/vendors ;;
    scripts/* | .ci/*) printf '%s\n' specs/vendors mock-servers/server mock-servers/packaged contract-tests/trials ;;
    clients/templates/*) printf '%s\n' clients/normalizer clients/corpus ;;
    mock-servers/npm/*) echo mock-servers/packaged ;;
    mock-servers/prism/*) printf '%s\n' contract-tests/kit mock-servers/trials ;;
    contract-tests/pacts/* | contract-tests/package*.json | contract-tests/.npmrc) echo contract-tests/clients ;;
    contract-tests/specmatic/* | contract-tests/mutation-survivors.psv) echo contract-tests/trials ;;
    */*)
      vendor=${1#specs/}
      vendor=${vendor%%/*}
      if [ "specs/$vendor/${1#specs/*/}" = "$1" ] && [ -f "specs/$vendor/openapi.yaml" ]; then
        readers_of_contract "$vendor"
        return
      fi
      while read -r module; do
        case "/$1" in
          "$module"*)
            module=${module#/}
            module=${module%/}
            echo "${module:-all}"
            return
            ;;
        esac
      done <<<"$modules"
      ;;
    *) echo all ;;
  esac
}

# These modules and all that depend on them, as Maven sees it, plugins included.
with_dependents() { # module[,module...]
  local artifact
  mvn --batch-mode -P quick,lean -pl "$1" -amd validate | sed -n 's/^\[INFO\] -*< dev\.forecourt:\([a-z0-9-]*\) >-*$/\1/p' |
    while read -r artifact; do
      # its own name is the first in a pom that is indented by two
      grep -l "^  <artifactId>$artifact</artifactId>" pom.xml ./*/pom.xml ./*/*/pom.xml | sed -e 's:/*pom\.xml$::' -e 's:^\./::'
    done
}
