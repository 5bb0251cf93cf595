package dev.forecourt.runtime.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A login by RFC 7616: what is said proves the password and does not show it. */
final class DigestAnswer implements ProxyLogins.ProxyAnswer {
  private static final Map<String, String> ALGORITHMS =
      Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA-512-256", "SHA-512/256");

  private final ProxyLogin login;
  private final Challenge challenge;
  private final String algorithm;
  private final boolean counted;
  private final String client = HexFormat.of().formatHex(new SecureRandom().generateSeed(8));
  private final AtomicInteger count = new AtomicInteger();

  DigestAnswer(ProxyLogin login, Challenge challenge) {
    this.login = login;
    this.challenge = challenge;
    this.algorithm = algorithm(challenge);
    this.counted = challenge.parameters().containsKey("qop");
  }

  /** Whether the challenge asks for nothing but what is done here. */
  static boolean knows(Challenge challenge) {
    String quality = challenge.parameters().getOrDefault("qop", "auth");
    return ALGORITHMS.containsKey(algorithm(challenge))
        && challenge.parameters().containsKey("nonce")
        && (", " + quality + ",").matches("(?i).*[\\s,]auth[\\s,].*");
  }

  private static String algorithm(Challenge challenge) {
    return challenge.parameters().getOrDefault("algorithm", "MD5").toUpperCase(Locale.ROOT);
  }

  @Override
  public ProxyLogin login() {
    return login;
  }

  @Override
  public String header(String method, String uri) {
    String nonce = challenge.parameters().getOrDefault("nonce", "");
    String number = String.format(Locale.ROOT, "%08x", count.incrementAndGet());
    String who = hash(login.user() + ":" + challenge.realm() + ":" + login.password());
    String what = hash(method + ":" + uri);
    String middle = counted ? ":" + number + ":" + client + ":auth:" : ":";
    String opaque = challenge.parameters().get("opaque");
    return "Digest username=\""
        + escaped(login.user())
        + "\", realm=\""
        + escaped(challenge.realm())
        + "\", nonce=\""
        + escaped(nonce)
        + "\", uri=\""
        + uri
        + "\", algorithm="
        + algorithm
        + ", response=\""
        + hash(who + ":" + nonce + middle + what)
        + "\""
        + (counted ? ", qop=auth, nc=" + number + ", cnonce=\"" + client + "\"" : "")
        + (opaque == null ? "" : ", opaque=\"" + escaped(opaque) + "\"");
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance(ALGORITHMS.get(algorithm))
                  .digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JVM has no " + algorithm + ".", e);
    }
  }
}
