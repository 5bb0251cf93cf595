package dev.forecourt.mock.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Fidelisa's headers over a token of its own for each call. */
final class FidelisaSignatures {

  private static final String SHOP = "619E8B5AAD5E48138881C5E7774C86B2";
  private static final AtomicInteger TOKENS = new AtomicInteger(20_000_000);

  private FidelisaSignatures() {}

  static Map<String, String> fresh() {
    String token = Integer.toString(TOKENS.incrementAndGet());
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("FIDELISA_JETON", token);
    headers.put("FIDELISA_PROVIDER", "FORECOURT");
    headers.put("FIDELISA_PROVIDER_KEY", sign("FORECOURT" + token, "provider-test-key"));
    headers.put("FIDELISA_APIUSER", SHOP);
    headers.put("FIDELISA_APIUSER_KEY", sign(SHOP + token, "FrZN6UChpqXBRKVExXVB"));
    return headers;
  }

  private static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.US_ASCII), "HmacSHA1"));
      Base64.Encoder base64 = Base64.getEncoder();
      byte[] digest = mac.doFinal(base64.encode(text.getBytes(StandardCharsets.US_ASCII)));
      String hex = HexFormat.of().formatHex(digest);
      return base64.encodeToString(hex.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
