package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockResponse;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers as the bytes of HTTP/1.1. */
final class AnswerBytes {

  /** What asks a client that waits for it to send its body. */
  static final byte[] CONTINUE = ascii("HTTP/1.1 100 Continue\r\n\r\n");

  // up to here a body is copied behind its headers, which is quicker than to send two buffers
  private static final int MOST_COPIED = 64 * 1024;
  private static final int HEAD_ROOM = 384;

  private static final byte[] CONTENT_LENGTH = ascii("Content-Length: ");
  private static final byte[] DATE = ascii("Date: ");
  private static final byte[] CLOSE = ascii("Connection: close\r\n");
  private static final byte[] KEEP = ascii("Connection: keep-alive\r\n");
  private static final @Nullable byte[][] STATUS_LINES = new byte[600][];

  private AnswerBytes() {}

  /** A whole answer; its body is left out for HEAD. */
  static ByteBuf whole(
      ByteBufAllocator buffers, MockResponse answer, boolean head, Keeping connection) {
    byte[] body = answer.body();
    boolean none = head || body.length == 0;
    boolean copied = !none && body.length <= MOST_COPIED;
    ByteBuf out = buffers.ioBuffer(HEAD_ROOM + (copied ? body.length : 0));
    boolean tells = answer.status() != 204 && answer.status() != 304;
    head(out, answer, tells ? body.length : -1, connection);
    if (none) {
      return out;
    }
    // not copied where it is large: the array of an answer does not change
    return copied
        ? out.writeBytes(body)
        : Unpooled.wrappedBuffer(out, Unpooled.wrappedBuffer(body));
  }

  /** The headers of an answer, with the length of a body that is announced; -1 for none. */
  static void head(ByteBuf out, MockResponse answer, int length, Keeping connection) {
    out.writeBytes(statusLine(answer.status()));
    answer.forEachHeader(
        (name, value) -> {
          text(out, name);
          out.writeByte(':').writeByte(' ');
          text(out, value);
          lineEnd(out);
        });
    out.writeBytes(DATE).writeBytes(HttpDate.now());
    lineEnd(out);
    if (length >= 0) {
      out.writeBytes(CONTENT_LENGTH);
      ByteBufUtil.writeAscii(out, Integer.toString(length));
      lineEnd(out);
    }
    switch (connection) {
      case CLOSED -> out.writeBytes(CLOSE);
      case KEPT_AND_TOLD -> out.writeBytes(KEEP);
      default -> {}
    }
    lineEnd(out);
  }

  private static void lineEnd(ByteBuf out) {
    out.writeByte('\r').writeByte('\n');
  }

  /** What would end a line becomes a space: values may repeat what a request said. */
  private static void text(ByteBuf out, String text) {
    int start = out.writerIndex();
    ByteBufUtil.writeAscii(out, text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        out.setByte(start + i, ' ');
      }
    }
  }

  private static byte[] statusLine(int status) {
    byte[] known = STATUS_LINES[status];
    if (known == null) {
      HttpResponseStatus named = HttpResponseStatus.valueOf(status);
      known = ascii("HTTP/1.1 " + status + " " + named.reasonPhrase() + "\r\n");
      STATUS_LINES[status] = known;
    }
    return known;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** What becomes of the connection after an answer. */
  enum Keeping {
    /** It stays, as every client of HTTP/1.1 expects. */
    KEPT,
    /** It stays, which a client of HTTP/1.0 wants to be told. */
    KEPT_AND_TOLD,
    /** It is closed. */
    CLOSED
  }
}
