package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a signature over a code and the token of the same request: Base64 of the lower-case hex of
 * an HMAC-SHA1 over the Base64 of both texts.
 */
final class Signatures implements Credential {

  private static final String TOKEN = "FIDELISA_JETON";

  private final String codeHeader;
  private final Map<String, String> secretByCode;

  Signatures(String codeHeader, Map<String, String> secretByCode) {
    this.codeHeader = codeHeader;
    this.secretByCode = secretByCode;
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    String code = request.header(codeHeader);
    String token = request.header(TOKEN);
    String secret = code == null ? null : secretByCode.get(code);
    return secret != null
        && token != null
        && MessageDigest.isEqual(ascii(sign(code + token, secret)), ascii(value));
  }

  @Override
  public String expected() {
    return "the signature over %s and %s: Base64 of the lower-case hex HMAC-SHA1, under the secret key, of the Base64 of both"
        .formatted(codeHeader, TOKEN);
  }

  @Override
  public Set<String> secrets() {
    return Set.copyOf(secretByCode.values());
  }

  /** All five headers for the first provider and, if there is one, the first shop. */
  static Map<String, String> headers(Accounts accounts, String token) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(TOKEN, token);
    addSigned("FIDELISA_PROVIDER", accounts.providers(), token, headers);
    addSigned("FIDELISA_APIUSER", accounts.shops(), token, headers);
    return headers;
  }

  private static void addSigned(
      String header, Map<String, String> secretByCode, String token, Map<String, String> into) {
    secretByCode.entrySet().stream()
        .findFirst()
        .ifPresent(
            each -> {
              into.put(header, each.getKey());
              into.put(header + "_KEY", sign(each.getKey() + token, each.getValue()));
            });
  }

  /** The signature of a text under a secret key: always 56 characters. */
  static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(ascii(secret), "HmacSHA1"));
      Base64.Encoder base64 = Base64.getEncoder();
      byte[] digest = mac.doFinal(base64.encode(ascii(text)));
      return base64.encodeToString(ascii(HexFormat.of().formatHex(digest)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no HMAC-SHA1", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
