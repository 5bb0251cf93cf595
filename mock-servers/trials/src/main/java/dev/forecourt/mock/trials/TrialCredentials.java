package dev.forecourt.mock.trials;

import dev.forecourt.mock.vendor.Vendor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Headers that open every operation of a vendor, call after call; Fidelisa wants others each time.
 * Safe for use by several threads.
 */
public final class TrialCredentials {

  private static final Map<String, String> FIDELISA_HEADERS =
      Map.of("provider", "FIDELISA_PROVIDER", "shop", "FIDELISA_APIUSER");

  private final Vendor vendor;
  private final List<String> keys;
  private final AtomicLong token = new AtomicLong(System.nanoTime());

  private TrialCredentials(Vendor vendor, List<String> keys) {
    this.vendor = vendor;
    this.keys = keys;
  }

  /** For the keys that the vendor's stub accepts by default. */
  public static TrialCredentials of(Vendor vendor) {
    return new TrialCredentials(vendor, List.of());
  }

  /** One of these keys after the other, for a vendor that limits the calls of each. */
  public static TrialCredentials of(Vendor vendor, List<String> keys) {
    return new TrialCredentials(vendor, List.copyOf(keys));
  }

  /** For one call. */
  public Map<String, String> next() {
    if (vendor.id().equals("fidelisa")) {
      return signed();
    }
    return vendor.credentials(
        keys.isEmpty()
            ? vendor.defaultKeys()
            : Set.of(keys.get((int) (token.incrementAndGet() % keys.size()))));
  }

  private Map<String, String> signed() {
    String jeton = Long.toString(token.incrementAndGet());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("FIDELISA_JETON", jeton);
    for (String key : vendor.defaultKeys()) {
      String[] parts = key.split(":", 3);
      String header = FIDELISA_HEADERS.get(parts[0]);
      headers.put(header, parts[1]);
      headers.put(header + "_KEY", sign(parts[1] + jeton, parts[2]));
    }
    return headers;
  }

  /** Base64 of the hex HMAC-SHA1 of the Base64 of a text: specs/fidelisa/README.md. */
  private static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(ascii(secret), "HmacSHA1"));
      byte[] digest = mac.doFinal(Base64.getEncoder().encode(ascii(text)));
      return Base64.getEncoder().encodeToString(ascii(HexFormat.of().formatHex(digest)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
