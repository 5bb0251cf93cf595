package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * A body as far as a recording has it.
 *
 * @param content JSON, or text; missing if there is none or it is not known
 * @param state how well it is known
 */
record Body(JsonNode content, State state) {
  /** Larger ones, in characters, are not looked at: their tree would need too much memory. */
  static final int LIMIT = 6_000_000;

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  enum State {
    /** Known, or known to be empty. */
    WHOLE,
    /** Not in the recording. */
    LEFT_OUT,
    /** In the recording, but compressed in a way that is not read here, such as brotli. */
    ENCODED,
    /** The recording has its beginning only. */
    CUT_OFF,
    /** Whole, and not what its type says. */
    UNREADABLE
  }

  static Body none() {
    return new Body(MissingNode.getInstance(), State.WHOLE);
  }

  static Body leftOut() {
    return new Body(MissingNode.getInstance(), State.LEFT_OUT);
  }

  /** A body of a media type; {@code size} in bytes as the recording says it, or less if unknown. */
  static Body of(String text, String type, long size) {
    if (text.isBlank() && size > 0) {
      return leftOut();
    }
    if (text.isEmpty()) {
      return none();
    }
    if (!isJson(type)) {
      return new Body(TextNode.valueOf(text), State.WHOLE);
    }
    try {
      return new Body(JSON.readTree(text), State.WHOLE);
    } catch (JsonProcessingException e) {
      int length = text.getBytes(StandardCharsets.UTF_8).length;
      boolean cutOff = size > length || e instanceof JsonEOFException && size != length;
      return new Body(MissingNode.getInstance(), cutOff ? State.CUT_OFF : State.UNREADABLE);
    }
  }

  static boolean isJson(String type) {
    return type.endsWith("/json") || type.endsWith("+json");
  }

  /** What no contract describes member by member: pictures, fonts, programs and the like. */
  static boolean isBinary(String type) {
    return type.matches(
        "(image|font|audio|video)/.*|application/(octet-stream|pdf|zip|wasm|javascript|x-javascript|font.*|x-font.*)|text/(javascript|css)");
  }

  /** A body of Base64, which may be compressed; throws if it is none. */
  static Body of(String base64, String contentType, String encoding, long size) throws IOException {
    return of(Base64.getMimeDecoder().decode(base64), contentType, encoding, size);
  }

  /** A body of all its bytes, which may be compressed; throws if they cannot be decompressed. */
  static Body of(byte[] whole, String contentType, String encoding) throws IOException {
    return of(whole, contentType, encoding, 0);
  }

  private static Body of(byte[] whole, String contentType, String encoding, long size)
      throws IOException {
    byte[] bytes = inflated(whole, encoding);
    if (bytes == whole && !encoding.isEmpty() && !isText(bytes)) {
      return new Body(MissingNode.getInstance(), State.ENCODED);
    }
    String text = new String(bytes, charset(contentType));
    return of(text, HarEntry.type(contentType), Math.max(size, bytes.length));
  }

  private static byte[] inflated(byte[] bytes, String encoding) throws IOException {
    boolean gzip = bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b;
    boolean deflate = encoding.equalsIgnoreCase("deflate") && bytes.length > 2 && bytes[0] == 0x78;
    if (!gzip && !deflate) {
      return bytes;
    }
    try (InputStream in = inflating(bytes, gzip)) {
      return in.readNBytes(LIMIT + 1);
    }
  }

  /** Whether there are no control characters, which compressed bytes are full of. */
  private static boolean isText(byte[] bytes) {
    for (byte each : bytes) {
      if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return true;
  }

  private static InputStream inflating(byte[] bytes, boolean gzip) throws IOException {
    InputStream in = new ByteArrayInputStream(bytes);
    return gzip ? new GZIPInputStream(in) : new InflaterInputStream(in);
  }

  private static Charset charset(String contentType) {
    String name =
        contentType.toLowerCase(Locale.ROOT).replaceFirst(".*charset=\"?([^\";]+).*|.*", "$1");
    try {
      return name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name.strip());
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
