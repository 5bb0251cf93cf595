package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.ErrorShape;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import org.jspecify.annotations.Nullable;

/**
 * Two shapes: {@code {"error": "...", "error_description": "..."}} for tokens, as Auth0 documents
 * it, and {@code {"message": "..."}} elsewhere, which the contract assumes.
 */
final class AutochatErrors implements ErrorShape {

  @Override
  public MockResponse error(@Nullable String operationId, int status, String message) {
    boolean token = AutochatOperations.CREATE_TOKEN.id().equals(operationId);
    return MockResponse.json(
        status,
        JsonWriter.object(
            out -> {
              if (token) {
                out.field("error", code(status)).field("error_description", message);
              } else {
                out.field("message", message);
              }
            }));
  }

  private static String code(int status) {
    return switch (status) {
      case 401 -> "invalid_client";
      case 403 -> "access_denied";
      case 429 -> "too_many_requests";
      case 500, 503 -> "temporarily_unavailable";
      default -> "invalid_request";
    };
  }
}
