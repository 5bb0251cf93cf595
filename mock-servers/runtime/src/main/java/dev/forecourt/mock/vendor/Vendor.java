package dev.forecourt.mock.vendor;

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

  /** Path and query of a request that is worth trying first. */
  String samplePath();

  /** A new stub with its seed data loaded. */
  VendorStub open(MockSettings settings);
}
