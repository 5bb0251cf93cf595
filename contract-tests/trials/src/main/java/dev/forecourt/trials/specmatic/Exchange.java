package dev.forecourt.trials.specmatic;

/**
 * A request of a generated test, as Specmatic sent it, and what the provider answered.
 *
 * @param method verb
 * @param target path and query
 * @param body text of the request's body
 * @param status of the answer
 * @param answer text of the answer's body
 */
record Exchange(String method, String target, String body, int status, String answer) {

  /** Verb, path, query and body in one line. */
  String sent() {
    return (method + " " + target + " " + body.replaceAll("\\s+", " ")).strip();
  }
}
