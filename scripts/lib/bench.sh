# What scripts/bench measures with; sourced after common.sh, never run.

# A file of 50 operations: ten collections with list, create, read, replace and delete.
fifty_operations() {
  cat <<'YAML'
openapi: 3.0.3
info: {title: Fifty, version: "1"}
servers: [{url: "https://api.fifty.example"}]
paths:
YAML
  local i
  for i in 0 1 2 3 4 5 6 7 8 9; do
    sed "s/@/$i/g" <<'YAML'
  /things@:
    get:
      operationId: listThings@
      tags: [Things@]
      parameters:
        - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
        - {name: offset, in: query, schema: {type: integer, minimum: 0}}
      responses:
        "200": {description: All, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing@"}}}}}
    post:
      operationId: createThing@
      tags: [Things@]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewThing@"}}}}
      responses:
        "201": {description: Made, content: {application/json: {schema: {$ref: "#/components/schemas/Thing@"}}}}
  /things@/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}, example: t-1}
    get:
      operationId: getThing@
      tags: [Things@]
      responses:
        "200": {description: One, content: {application/json: {schema: {$ref: "#/components/schemas/Thing@"}}}}
        "404": {description: None}
    put:
      operationId: replaceThing@
      tags: [Things@]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewThing@"}}}}
      responses:
        "200": {description: One, content: {application/json: {schema: {$ref: "#/components/schemas/Thing@"}}}}
    delete:
      operationId: deleteThing@
      tags: [Things@]
      responses:
        "204": {description: Gone}
YAML
  done
  echo "components:"
  echo "  schemas:"
  for i in 0 1 2 3 4 5 6 7 8 9; do
    sed "s/@/$i/g" <<'YAML'
    NewThing@:
      type: object
      required: [name]
      properties:
        name: {type: string, minLength: 1, example: A thing}
        price: {type: number, minimum: 0, example: 9.5}
        state: {type: string, enum: [new, used], example: new}
        tags: {type: array, items: {type: string}, example: [blue]}
        owner: {type: object, properties: {name: {type: string}, since: {type: string, format: date}}}
    Thing@:
      allOf:
        - {$ref: "#/components/schemas/NewThing@"}
        - {type: object, required: [id], properties: {id: {type: string, example: t-1}, createdAt: {type: string, format: date-time}}}
YAML
  done
}

now_millis() { node -p 'Date.now()'; }

# Milliseconds from a command to the first 200 of a path on a port; the process ends then, with those that it started. More
# arguments of curl, such as a header, stand in the array "with".
until_200() { # port path log command...
  local port=$1 path=$2 log=$3 begun pid end
  shift 3
  begun=$(now_millis)
  # a group of its own: npx starts the program as a child
  set -m
  "$@" >"$log" 2>&1 &
  pid=$!
  set +m
  end=$((SECONDS + 120))
  until [ "$(curl -s ${with[@]+"${with[@]}"} -o /dev/null -w '%{http_code}' --max-time 2 "http://127.0.0.1:$port$path")" = 200 ]; do
    if [ "$SECONDS" -gt "$end" ] || ! kill -0 "$pid" 2>/dev/null; then
      kill -- "-$pid" 2>/dev/null || true
      tail -n 20 "$log" >&2
      fail "No 200 for GET $path; the log is above."
    fi
    sleep 0.02
  done
  echo $(($(now_millis) - begun))
  kill -- "-$pid" 2>/dev/null || true
  wait "$pid" 2>/dev/null || true
}

median() { sort -n | awk '{ n[NR] = $1 } END { print n[int((NR + 1) / 2)] }'; }

goal() { # what reached
  if "$2"; then echo "- reached: $1"; else echo "- missed: $1"; fi
}

# Whether a is at most this many times b.
at_most_times() { # a times b
  awk "BEGIN { exit !($1 <= $2 * $3) }" && echo true || echo false
}

ratio() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }
