package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Refuses requests that the contract calls incomplete, before anything is sent. Used by generated
 * code.
 */
public final class RequestChecks {

  private RequestChecks() {}

  /** Throws {@code IllegalStateException} if a required member is missing. */
  public static void required(String type, String member, @Nullable Object value) {
    if (value == null) {
      throw new IllegalStateException(
          type + ": '" + member + "' is required and not set. Set it before build().");
    }
  }

  /** Throws {@code IllegalStateException} if none of the members is set. */
  public static void anyOf(String type, Object request, String... members) {
    JsonNode tree = VendorJson.tree(request);
    if (Arrays.stream(members).noneMatch(tree::hasNonNull)) {
      throw new IllegalStateException(
          type
              + ": one of '"
              + String.join("', '", members)
              + "' is required and none is set. Set one before build().");
    }
  }
}
