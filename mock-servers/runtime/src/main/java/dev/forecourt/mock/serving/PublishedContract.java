package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.vendor.Vendor;
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
 * by the address that the caller knows. A vendor that was made of a file brings its contract.
 */
final class PublishedContract {

  private static final String FOLDER = "/dev/forecourt/specs/";
  private static final int TAG_BYTES = 16;

  private final Vendor vendor;
  private final Pattern usualAddress;

  /** Of a vendor, whose published contract names the mock by the vendor's port. */
  PublishedContract(Vendor vendor) {
    this.vendor = vendor;
    usualAddress = Pattern.compile("http://(127\\.0\\.0\\.1|localhost):" + vendor.port() + "\\b");
  }

  /** Whether there is one, in whichever version. */
  boolean isThere() {
    return read(FOLDER + vendor.id() + ".json") != null;
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
    String text = read(FOLDER + (newer ? "3.1/" : "") + vendor.id() + ending);
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

  private @Nullable String read(String resource) {
    InputStream published = PublishedContract.class.getResourceAsStream(resource);
    try (InputStream in =
        published == null ? vendor.getClass().getResourceAsStream(resource) : published) {
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
