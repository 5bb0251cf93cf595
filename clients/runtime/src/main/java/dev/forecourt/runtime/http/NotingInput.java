package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;

/** Notes whether anything came, and whether the end did: a head that ends there is none. */
final class NotingInput extends InputStream {
  private final InputStream in;
  private boolean ended;
  private boolean began;

  NotingInput(InputStream in) {
    this.in = in;
  }

  /** Begins to note for a next answer. */
  void restart() {
    began = false;
  }

  /** Whether anything came since the restart. */
  boolean began() {
    return began;
  }

  /** Whether the other side has ended its stream. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = in.read(bytes, offset, length);
    if (n < 0) {
      ended = true;
    } else {
      began = true;
    }
    return n;
  }
}
