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
   * Headers that open every operation, given the accepted keys: name to value, in order. For tests,
   * and for the line that says what to try.
   */
  Map<String, String> credentials(Set<String> keys);

  /** Path and query of a request that is worth trying first. */
  String samplePath();

  /** A new stub with its seed data loaded. */
  VendorStub open(MockSettings settings);
}
