package dev.forecourt.runtime.contract;

import java.util.Set;

/**
 * An operation of a contract. Written by the generator.
 *
 * @param id operationId, such as {@code getReview}
 * @param method HTTP method
 * @param path path with its placeholders, such as {@code /api/review/{id}}
 * @param declaredIdempotent whether the contract says so, whatever the method: {@code x-idempotent}
 */
public record Operation(String id, String method, String path, boolean declaredIdempotent) {
  /** RFC 9110, section 9.2.2. */
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  /** Whether a second request has no effect beyond that of the first. */
  public boolean idempotent() {
    return declaredIdempotent || IDEMPOTENT.contains(method);
  }
}
