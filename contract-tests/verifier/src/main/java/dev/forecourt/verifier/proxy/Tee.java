package dev.forecourt.verifier.proxy;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Passes a body on while it comes, and keeps its beginning. */
final class Tee extends FilterInputStream {
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int limit;
  private boolean cutOff;

  /** {@code limit}: most bytes that are kept. */
  Tee(InputStream in, int limit) {
    super(in);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    int room = Math.min(Math.max(count, 0), limit - kept.size());
    if (count > 0) {
      kept.write(bytes, offset, room);
      cutOff |= room < count;
    }
    return count;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  byte[] kept() {
    return kept.toByteArray();
  }

  /** Whether more came than was kept. */
  boolean isCutOff() {
    return cutOff;
  }
}
