package dev.forecourt.mock.vendor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One vendor as the mock servers know it: found by {@link java.util.ServiceLoader}, so that adding
 * a vendor to a process is adding its JAR.
 */
public interface Vendor {

  /** Lower-case id, such as {@code fidcar}. */
  String id();

  /** The port the mock process serves this vendor on unless told otherwise. */
  int port();

  /** Keys accepted unless others are configured. */
  Set<String> defaultKeys();

  /**
   * The default keys in their parts, and what else opens the stub by default, such as a standing
   * token: name like {@code api_key} or {@code shop_code} to value, in order. For clients that are
   * built for the stub, and for tests: nobody needs to repeat them.
   */
  Map<String, String> testCredentials();

  /**
   * Headers that open every operation once, given the accepted keys: name to value, in order. Each
   * call gives fresh ones where the vendor wants that. For tests, and for the line that says what
   * to try.
   */
  Map<String, String> headers(Set<String> keys);

  /** The same for the default keys. */
  default Map<String, String> headers() {
    return headers(defaultKeys());
  }

  /**
   * Those names of {@link #testCredentials} that stand for what a caller of the vendor itself has
   * to have. Default: all of them.
   */
  default List<String> credentialParts() {
    return List.copyOf(testCredentials().keySet());
  }

  /**
   * Fresh headers that open every operation of the vendor itself, or of a stub with other keys.
   * Default: those of the stub, with these credentials in place of its own.
   *
   * @param parts credentials by the names of {@link #credentialParts}
   */
  default Map<String, String> headersOf(Map<String, String> parts) {
    return new GivenCredentials(this, parts).headers();
  }

  /** The same for parameters of the query, where the vendor takes credentials. Default: none. */
  default Map<String, String> queryOf(Map<String, String> parts) {
    return Map.of();
  }

  /** Path and query of a request that is worth trying first. */
  String samplePath();

  /** Headers that this request needs besides those of credentials: name to value. Default: none. */
  default Map<String, String> sampleHeaders() {
    return Map.of();
  }

  /** Whether its calls are signed and its stub can be told to take them unsigned. Default: no. */
  default boolean takesUnsigned() {
    return false;
  }

  /** Throws {@link IllegalArgumentException} when its stub cannot do without signatures. */
  default void requireUnsigned() {
    if (!takesUnsigned()) {
      throw new IllegalArgumentException(
          "Calls of %s are not signed, so there is nothing to leave out. Send its test credentials."
              .formatted(id()));
    }
  }

  /** A new stub with its seed data loaded. */
  VendorStub open(MockSettings settings);
}
