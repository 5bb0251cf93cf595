package dev.forecourt.verifier.traffic;

/** Why an entry of a recording is not checked. */
enum Skipped {
  PREFLIGHT("preflight(s) of browsers"),
  CANCELLED("without an answer (cancelled or failed)"),
  CACHED("answered from a cache (304)"),
  DUPLICATE("seen twice, by page and service worker"),
  NOT_HTTP("not over HTTP"),
  OTHER_HOST("to other hosts"),
  MESSAGE("message(s) of pacts, which are no traffic");

  private final String words;

  Skipped(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
