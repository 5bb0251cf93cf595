package dev.forecourt.verifier.check;

/**
 * A request with its answer: an interaction of a pact file, or one that took place.
 *
 * @param place JSON path in the file it comes from
 * @param description the pact's own words, or the place
 * @param operationId operation that the pact itself names; empty if it names none
 * @param kind what it is
 * @param method HTTP method; empty for a message
 * @param path path of the request; empty for a message
 * @param status status of the answer; 0 for a message
 * @param request what the consumer sends; for a message what it gets
 * @param answer what the provider answers; the same as the request for a message
 */
public record Exchange(
    String place,
    String description,
    String operationId,
    Kind kind,
    String method,
    String path,
    int status,
    Message request,
    Message answer) {

  public enum Kind {
    CALL,
    MESSAGE,
    /** Something that no contract of OpenAPI can tell of. */
    OTHER
  }

  /** The same; if it says nothing of the body of the answer, there may have been one. */
  public Exchange withUnknownBody() {
    return answer.body().isMissingNode()
        ? new Exchange(
            place,
            description,
            operationId,
            kind,
            method,
            path,
            status,
            request,
            answer.lacking(Message.Gap.BODY))
        : this;
  }
}
