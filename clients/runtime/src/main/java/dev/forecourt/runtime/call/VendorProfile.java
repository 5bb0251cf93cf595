package dev.forecourt.runtime.call;

import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.Map;

/**
 * What differs between vendors on the wire.
 *
 * @param id lower-case id, such as {@code fidcar}
 * @param name name for people, such as {@code FIDCAR}
 * @param credentials by the name of their security scheme in the contract
 * @param errors finds the vendor's code and words in an error body
 */
public record VendorProfile(
    String id, String name, Map<String, Credential> credentials, ErrorBodyReader errors) {

  /** Copies the map. */
  public VendorProfile {
    credentials = Map.copyOf(credentials);
  }
}
