package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contract of a vendor as {@code forecourt-specs} publishes it, whose first server is the mock:
 * by the address that the caller knows.
 */
final class PublishedContract {

  private static final String FOLDER = "/dev/forecourt/specs/";
  private static final int TAG_BYTES = 16;

  private final String vendorId;
  private final Pattern usualAddress;

  /** Of a vendor, whose published contract names the mock by this port. */
  PublishedContract(String vendorId, int usualPort) {
    this.vendorId = vendorId;
    usualAddress = Pattern.compile("http://(127\\.0\\.0\\.1|localhost):" + usualPort + "\\b");
  }

  /**
   * The file, or a 304 for who has it. Null when it is not on the class path.
   *
   * @param file {@code openapi.json} or {@code openapi.yaml}
   * @param newer whether in OpenAPI 3.1
   */
  @Nullable MockResponse answer(
      MockRequest request, String file, boolean newer, @Nullable String address) {
    String ending = file.substring(file.lastIndexOf('.'));
    String text = read(FOLDER + (newer ? "3.1/" : "") + vendorId + ending);
    if (text == null) {
      return null;
    }
    if (address != null) {
      text = usualAddress.matcher(text).replaceAll(Matcher.quoteReplacement(address));
    }
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    String tag = tag(body);
    boolean known = request.headers("If-None-Match").stream().anyMatch(each -> each.contains(tag));
    MockResponse answer =
        known ? MockResponse.empty(304) : MockResponse.of(200, type(ending), body);
    return answer.with(
        "ETag",
        tag,
        "Cache-Control",
        "no-cache",
        "Vary",
        "Host, X-Forwarded-Host, X-Forwarded-Proto, X-Forwarded-Prefix");
  }

  private static String type(String ending) {
    return ending.equals(".json") ? "application/json" : "application/yaml";
  }

  private static @Nullable String read(String resource) {
    try (InputStream in = PublishedContract.class.getResourceAsStream(resource)) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }

  private static String tag(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return '"' + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
