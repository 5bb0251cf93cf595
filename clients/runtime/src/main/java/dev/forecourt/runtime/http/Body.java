package dev.forecourt.runtime.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a body whole, within a limit, and no more memory than has come. */
final class Body {
  /** Up to here a stated length is believed before the bytes are there. */
  private static final int BELIEVED = 1 << 20;

  /** Behind the end of the last coding: more makes a new connection cheaper. */
  private static final int MOST_BEHIND = 4 << 10;

  private static final byte[] EMPTY = {};

  private Body() {}

  /** More bytes than the limit. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Reads to the end.
   *
   * @param stated length that the server states; -1 for none
   * @param scratch filled first where no length is stated; the result is never this array
   */
  static byte[] read(InputStream in, long stated, long limit, byte[] scratch) throws IOException {
    if (stated > limit) {
      throw new TooLarge();
    }
    if (stated == 0) {
      return EMPTY;
    }
    byte[] bytes = stated < 0 ? scratch : new byte[(int) Math.min(stated, BELIEVED)];
    int size = 0;
    while (true) {
      int n = in.read(bytes, size, bytes.length - size);
      if (n < 0) {
        return Arrays.copyOf(bytes, size);
      }
      size += n;
      if (size > limit) {
        throw new TooLarge();
      }
      if (size == stated) {
        return bytes.length == size ? bytes : Arrays.copyOf(bytes, size);
      }
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, larger(size, stated));
      }
    }
  }

  private static int larger(int size, long stated) throws IOException {
    long larger = Math.min(2L * size, Integer.MAX_VALUE - 8);
    if (larger <= size) {
      throw new TooLarge();
    }
    return (int) (stated < 0 ? larger : Math.min(larger, stated));
  }

  /** Reads what is behind the end of a coding; false when there is too much of it. */
  static boolean drain(InputStream in) throws IOException {
    byte[] rest = new byte[MOST_BEHIND];
    int size = 0;
    while (size <= MOST_BEHIND) {
      int n = in.read(rest);
      if (n < 0) {
        return true;
      }
      size += n;
    }
    return false;
  }

  /** The same bytes; closing leaves it open, where HttpCore would read to the end. */
  static InputStream unclosed(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
      }

      @Override
      public void close() {}
    };
  }
}
