package dev.forecourt.verifier.traffic;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** Says how much of a large file was read. */
final class Progress extends FilterInputStream {
  /** Smaller files are read before anybody asks. */
  static final long LARGE = 20_000_000;

  private final long size;
  private final LongSupplier exchanges;
  private final PrintStream out;
  private long read;
  private long said;

  Progress(InputStream in, long size, LongSupplier exchanges, PrintStream out) {
    super(in);
    this.size = size;
    this.exchanges = exchanges;
    this.out = out;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = super.read(bytes, from, length);
    count(Math.max(0, count));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (size >= LARGE && read - said >= size / 10) {
      said = read;
      out.printf(
          "    %d %% of %,d MB read, %,d exchange(s)%n",
          read * 100 / size, size / 1_000_000, exchanges.getAsLong());
    }
  }
}
