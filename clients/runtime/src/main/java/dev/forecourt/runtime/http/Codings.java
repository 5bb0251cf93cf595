package dev.forecourt.runtime.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Removes content codings. */
final class Codings {
  private static final int BUFFER = 8 << 10;

  /** More are an attack: each of them makes a thousand bytes of one. */
  private static final int MOST = 5;

  private Codings() {}

  /** The first coding that cannot be removed; null when all can. */
  static @Nullable String unknown(List<String> codings) {
    for (String coding : codings) {
      switch (coding) {
        case "", "identity", "gzip", "x-gzip", "deflate" -> {}
        default -> {
          return coding;
        }
      }
    }
    return codings.size() > MOST ? codings.size() + " codings" : null;
  }

  /** The bytes without their codings, the last of which was applied last. An empty body is one. */
  static InputStream decode(InputStream coded, List<String> codings) throws IOException {
    InputStream in = coded;
    for (int i = codings.size() - 1; i >= 0; i--) {
      switch (codings.get(i)) {
        case "gzip", "x-gzip" -> in = gunzip(in);
        case "deflate" -> in = inflate(in);
        default -> {}
      }
    }
    return in;
  }

  private static InputStream gunzip(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    return isEmpty(buffered) ? buffered : new GZIPInputStream(buffered, BUFFER);
  }

  /** With the zlib header that the standard asks for, or without, as some servers send it. */
  private static InputStream inflate(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    if (isEmpty(buffered)) {
      return buffered;
    }
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean zlib = (first & 0x0f) == 8 && second >= 0 && (first << 8 | second) % 31 == 0;
    Inflater inflater = new Inflater(!zlib);
    return new InflaterInputStream(buffered, inflater, BUFFER) {
      @Override
      public void close() throws IOException {
        inflater.end();
        super.close();
      }
    };
  }

  private static boolean isEmpty(BufferedInputStream in) throws IOException {
    in.mark(1);
    boolean empty = in.read() < 0;
    in.reset();
    return empty;
  }
}
