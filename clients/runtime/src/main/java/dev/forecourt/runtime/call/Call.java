package dev.forecourt.runtime.call;

import feign.Request;
import java.net.URI;

/**
 * Which operation a request belongs to, for messages. Never the query or the headers: they may hold
 * secrets.
 *
 * @param vendor id of the vendor, such as {@code fidcar}
 * @param operation operationId of the contract
 * @param method HTTP method
 * @param path path without query
 */
public record Call(String vendor, String operation, String method, String path) {

  public static Call of(String vendor, Request request) {
    return new Call(
        vendor,
        request.requestTemplate().methodMetadata().method().getName(),
        request.httpMethod().name(),
        URI.create(request.url()).getRawPath());
  }

  /** {@code GET /api/review/42}. */
  public String request() {
    return method + " " + path;
  }

  /** {@code fidcar getReview}. */
  @Override
  public String toString() {
    return vendor + " " + operation;
  }
}
