package dev.forecourt.mock;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Accepts requests that carry a known key in the header the contract names. */
public final class ApiKeys implements Authenticator {

  private final List<byte[]> keys;
  private final String refusal;

  /** Accepts these keys; answers any other request with status 401 and this message. */
  public ApiKeys(Set<String> keys, String refusal) {
    this.keys = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    this.refusal = refusal;
  }

  @Override
  public void check(Operation operation, MockRequest request) {
    if (operation.security().isEmpty()) {
      return;
    }
    for (List<SecurityScheme> alternative : operation.security()) {
      if (alternative.stream().allMatch(scheme -> isKnown(sent(scheme, request)))) {
        return;
      }
    }
    throw new Refusal(401, refusal);
  }

  private static @Nullable String sent(SecurityScheme scheme, MockRequest request) {
    if (!scheme.type().equals("apiKey") || !scheme.in().equals("header")) {
      throw new IllegalStateException(
          "Security scheme '%s' is not an API key in a header. Give the stub an Authenticator of its own."
              .formatted(scheme.name()));
    }
    return request.header(scheme.parameter());
  }

  private boolean isKnown(@Nullable String key) {
    if (key == null) {
      return false;
    }
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return keys.stream().anyMatch(each -> MessageDigest.isEqual(each, bytes));
  }
}
