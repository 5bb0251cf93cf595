package dev.forecourt.mock.console;

import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A vendor that the console shows.
 *
 * @param vendor what it is
 * @param stub what answers for it
 * @param baseUri where it listens, such as {@code http://localhost:4011}
 * @param keys the keys that it accepts
 */
public record ConsoleVendor(Vendor vendor, VendorStub stub, URI baseUri, Set<String> keys) {

  static final String MASK = "****";

  String id() {
    return vendor.id();
  }

  /** Whether the keys are the user's own: those are not shown. */
  private boolean hasOwnKeys() {
    return !keys.equals(vendor.defaultKeys());
  }

  /** What opens it, by name. */
  Map<String, String> credentials() {
    Map<String, String> shown = new LinkedHashMap<>(vendor.testCredentials());
    if (hasOwnKeys()) {
      shown.replaceAll((name, value) -> MASK);
    }
    return shown;
  }

  /** Fresh headers that open every operation once. */
  Map<String, String> headers() {
    return vendor.headers(keys);
  }

  /** Headers of the request that is worth trying first, as they may be shown. */
  Map<String, String> sampleHeaders() {
    Map<String, String> headers = new LinkedHashMap<>(headers());
    if (hasOwnKeys()) {
      headers.replaceAll((name, value) -> MASK);
    }
    headers.putAll(vendor.sampleHeaders());
    return headers;
  }
}
