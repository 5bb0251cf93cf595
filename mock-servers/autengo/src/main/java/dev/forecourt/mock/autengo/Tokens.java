package dev.forecourt.mock.autengo;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.vendor.MockSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks tokens: JSON web tokens, signed with what follows from the accepted keys. So
 * nothing has to be remembered, and a token outlives a reset and a restart.
 */
final class Tokens {

  /** Seconds for which a token is good: a day, as in the vendor's sample. */
  static final long LIFETIME_SECONDS = 86_400;

  /** Always good, for the user of the vendor's sample; for tests that are not about tokens. */
  static final String TEST_TOKEN = "autengo-test-token";

  private static final User TEST_USER = new User(1_234_567_890L, 1_234_567_890L);
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");

  /** Whose token it is, by Alzura's ids. */
  record User(long dealerAlzuraId, long userAlzuraId) {}

  private final MockSettings settings;
  private final SecretKeySpec secret;

  Tokens(MockSettings settings) {
    this.settings = settings;
    String text = "autengo " + String.join(" ", new TreeSet<>(settings.keys()));
    secret = new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
  }

  /** A new token, good from now on. */
  String issue(User user) {
    long now = settings.clock().instant().getEpochSecond();
    byte[] claims =
        JsonWriter.object(
            out ->
                out.field("sub", Long.toString(user.userAlzuraId))
                    .field("dealer", user.dealerAlzuraId)
                    .field("iat", now)
                    .field("exp", now + LIFETIME_SECONDS)
                    .field("jti", settings.ids().get().toString()));
    String signed = HEADER + "." + ENCODER.encodeToString(claims);
    return signed + "." + signature(signed);
  }

  /** The user of a token; null if it was not issued here. Throws a Refusal if it has expired. */
  @Nullable User check(String token) {
    if (token.equals(TEST_TOKEN)) {
      return TEST_USER;
    }
    int end = token.lastIndexOf('.');
    if (!token.startsWith(HEADER + ".") || end <= HEADER.length()) {
      return null;
    }
    byte[] expected = signature(token.substring(0, end)).getBytes(StandardCharsets.US_ASCII);
    byte[] sent = token.substring(end + 1).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(expected, sent)
        ? unexpired(token.substring(HEADER.length() + 1, end))
        : null;
  }

  private User unexpired(String claims) {
    Map<?, ?> read = (Map<?, ?>) json(claims);
    Instant end = Instant.ofEpochSecond((Long) read.get("exp"));
    if (!settings.clock().instant().isBefore(end)) {
      throw new Refusal(
          401, "The token expired at " + end + ". Get another one with POST /v3/auth/token.");
    }
    return new User((Long) read.get("dealer"), Long.parseLong(String.valueOf(read.get("sub"))));
  }

  private static Object json(String claims) {
    try {
      return JsonReader.read(Base64.getUrlDecoder().decode(claims));
    } catch (JsonProblem e) {
      throw new IllegalStateException("A token of our own cannot be read", e);
    }
  }

  private String signature(String text) {
    try {
      Mac mac = Mac.getInstance(secret.getAlgorithm());
      mac.init(secret);
      return ENCODER.encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no " + secret.getAlgorithm(), e);
    }
  }

  private static String encode(String text) {
    return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
