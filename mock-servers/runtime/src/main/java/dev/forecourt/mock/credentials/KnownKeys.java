package dev.forecourt.mock.credentials;

import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;

/** Accepts a fixed set of keys, sent as they are. */
public final class KnownKeys implements Credential {

  private final Set<String> keys;
  private final List<byte[]> bytes;

  /** Accepts these keys. */
  public KnownKeys(Set<String> keys) {
    this.keys = Set.copyOf(keys);
    this.bytes = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    byte[] sent = value.getBytes(StandardCharsets.UTF_8);
    boolean known = false;
    // all of them: the time tells nothing, and a stream would cost more than the comparison
    for (byte[] each : bytes) {
      known |= MessageDigest.isEqual(each, sent);
    }
    return known;
  }

  @Override
  public String advice(String value) {
    return SchemeWord.notWanted(value);
  }

  @Override
  public Set<String> secrets() {
    return keys;
  }
}
