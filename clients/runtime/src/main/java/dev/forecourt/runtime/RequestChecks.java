package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
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

  /** Throws {@code IllegalStateException} if this member of the request is not set. */
  public static void member(String type, Object request, String member) {
    required(type, member, VendorJson.tree(request).hasNonNull(member) ? member : null);
  }

  /** Throws {@code IllegalStateException} unless exactly one of the members is set. */
  public static void oneOf(String type, Object request, String... members) {
    JsonNode tree = VendorJson.tree(request);
    List<String> set = Arrays.stream(members).filter(tree::hasNonNull).toList();
    if (set.size() != 1) {
      throw new IllegalStateException(
          "%s: exactly one of '%s' is required and %s set. Set one before build()."
              .formatted(
                  type,
                  String.join("', '", members),
                  set.isEmpty() ? "none is" : "'" + String.join("', '", set) + "' are"));
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
