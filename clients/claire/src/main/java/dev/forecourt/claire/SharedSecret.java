package dev.forecourt.claire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A secret that Claire sends in a header of each call, because a webhook was registered with it.
 * Claire signs nothing: this is how to know its calls. Whoever sees one call has the secret, so use
 * an https URL, another secret for each receiver, and change it from time to time.
 *
 * <p>Change it without losing a call: accept two secrets, register with the new one, drop the old.
 */
public final class SharedSecret {
  static final int SHORTEST = 8;

  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern VISIBLE = Pattern.compile("[!-~]+( +[!-~]+)*");

  private final String headerName;
  private final String value;

  private SharedSecret(String headerName, String value) {
    this.headerName = headerName;
    this.value = value;
  }

  /**
   * A secret in this header. At least 8 visible ASCII characters; 32 random ones are good. Throws
   * {@code IllegalArgumentException} without showing it.
   */
  public static SharedSecret of(String headerName, @Nullable String secret) {
    checkName(headerName);
    if (secret == null || secret.isBlank()) {
      throw new IllegalArgumentException(
          "Shared secret for the header "
              + headerName
              + " is missing. Expected "
              + SHORTEST
              + " characters or more. Give one, better 32 random characters.");
    }
    checkValue(headerName, secret);
    if (secret.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "Shared secret for the header "
              + headerName
              + " has "
              + secret.length()
              + " characters, which can be guessed. Expected "
              + SHORTEST
              + " or more. Give a longer one, better 32 random characters.");
    }
    return new SharedSecret(headerName, secret);
  }

  /** Name of the header that carries the secret. */
  public String headerName() {
    return headerName;
  }

  /**
   * Whether this value of the header is the secret; false for null, where the header is missing.
   * The time it takes does not tell how much of it is right.
   */
  public boolean matches(@Nullable String headerValue) {
    return headerValue != null
        && MessageDigest.isEqual(headerValue.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  String value() {
    return value;
  }

  static void checkName(String headerName) {
    if (!TOKEN.matcher(headerName).matches()) {
      throw new IllegalArgumentException(
          "Header name '"
              + headerName.replaceAll("[^ -~]", "?")
              + "' cannot be sent. Expected letters, digits and '-', such as X-Shared-Secret."
              + " Rename it.");
    }
  }

  static void checkValue(String headerName, String value) {
    if (!VISIBLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "Value of the header "
              + headerName
              + " cannot be sent. Expected visible ASCII, with spaces at most between words. Strip"
              + " it: a line break of the file it was read from?");
    }
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return headerName + ": ****";
  }
}
