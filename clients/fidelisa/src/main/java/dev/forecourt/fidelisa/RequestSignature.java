package dev.forecourt.fidelisa;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.credentials.RequestDraft;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature over a code and the single-use token of the request.
 *
 * <p>As in the samples of fidelisa.md L118-146; its prose calls the code the secret, the samples
 * take a key.
 */
final class RequestSignature implements Credential {
  private final String header;
  private final String code;
  private final Key key;

  RequestSignature(String header, String code, Key key) {
    this.header = header;
    this.code = code;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    String jeton = request.header(Jeton.HEADER).orElseThrow();
    request.setHeader(header, sign(code + jeton, key.current(request)));
  }

  /** Worth a retry if the key changed while the request was under way. */
  @Override
  public boolean renew(RequestDraft refused) {
    if (!key.changes()) {
      return false;
    }
    try {
      String text = code + refused.header(Jeton.HEADER).orElse("");
      return !refused.header(header).equals(Optional.of(sign(text, key.current(refused))));
    } catch (RuntimeException e) {
      // the refusal is what the caller has to hear of
      return false;
    }
  }

  /** Base64 of the lower-case hexadecimal HMAC-SHA1 of the Base64 of the text: 56 characters. */
  static String sign(String text, String key) {
    byte[] policy = Base64.getEncoder().encode(text.getBytes(US_ASCII));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(US_ASCII), "HmacSHA1"));
      String digest = HexFormat.of().formatHex(mac.doFinal(policy));
      return Base64.getEncoder().encodeToString(digest.getBytes(US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HmacSHA1, this one says otherwise.", e);
    }
  }

  @Override
  public List<String> secrets() {
    return key.secrets();
  }

  @Override
  public String toString() {
    return header + ": ****";
  }
}
