package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes from a channel; reads ahead for TLS, which asks for five bytes first and then the rest. */
final class ChannelInput extends InputStream {
  /** The JDK copies through a buffer of this size, which each thread keeps. */
  private static final int MOST_AT_ONCE = 64 << 10;

  /** Larger arrays are not the connection's own, and would be kept from the collector. */
  private static final int LARGEST_KEPT = 32 << 10;

  private static final int RECORD_OF_TLS = 17 << 10;

  private final SocketChannel channel;
  private ByteBuffer ahead = ByteBuffer.allocate(0);
  private ByteBuffer last = ahead;
  private boolean polling;
  private boolean ended;

  ChannelInput(SocketChannel channel) {
    this.channel = channel;
  }

  /** Reads ahead from now on. */
  void readAhead() {
    ahead = ByteBuffer.allocate(RECORD_OF_TLS).limit(0);
  }

  /** While on, a read finds what is there, or throws {@link NothingYet}, which TLS survives. */
  void poll(boolean on) throws IOException {
    channel.configureBlocking(!on);
    polling = on;
  }

  /** Whether nothing has come, not even the end. For streams that read ahead. */
  boolean nothingNew() throws IOException {
    if (ended || ahead.hasRemaining()) {
      return false;
    }
    channel.configureBlocking(false);
    try {
      return fill() == 0;
    } finally {
      channel.configureBlocking(true);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int n;
    if (ahead.hasRemaining()) {
      n = ahead(bytes, offset, length);
    } else if (length < ahead.capacity()) {
      n = fill();
      if (n > 0) {
        n = ahead(bytes, offset, length);
      }
    } else {
      n = counted(wrap(bytes).limit(offset + Math.min(length, MOST_AT_ONCE)).position(offset));
    }
    if (n == 0 && polling) {
      throw NothingYet.INSTANCE;
    }
    return n;
  }

  private int ahead(byte[] bytes, int offset, int length) {
    int n = Math.min(length, ahead.remaining());
    ahead.get(bytes, offset, n);
    return n;
  }

  private ByteBuffer wrap(byte[] bytes) {
    if (last.array() == bytes) {
      return last;
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    if (bytes.length <= LARGEST_KEPT) {
      last = buffer;
    }
    return buffer;
  }

  private int fill() throws IOException {
    ahead.clear();
    try {
      return counted(ahead);
    } finally {
      ahead.flip();
    }
  }

  private int counted(ByteBuffer buffer) throws IOException {
    if (ended) {
      return -1;
    }
    int n;
    try {
      n = channel.read(buffer);
    } catch (IOException e) {
      throw ChannelOutput.ofSocket(e);
    }
    ended = n < 0;
    return n;
  }

  /** Thrown before many a request, so without a stack. */
  static final class NothingYet extends SocketTimeoutException {
    private static final long serialVersionUID = 1;
    private static final NothingYet INSTANCE = new NothingYet();

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  @Override
  public int available() {
    return ahead.remaining();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
