package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** Bytes to a channel, counted when the system has taken them: none taken, none arrived. */
final class ChannelOutput extends OutputStream {
  private static final int MOST_AT_ONCE = 64 << 10;
  private static final int LARGEST_KEPT = 32 << 10;

  private final SocketChannel channel;
  private ByteBuffer last = ByteBuffer.allocate(0);
  private long count;

  ChannelOutput(SocketChannel channel) {
    this.channel = channel;
  }

  /** Bytes that the system has taken so far. */
  long count() {
    return count;
  }

  /** As sockets fail: TLS keeps the session for the next connection then. */
  static SocketException ofSocket(IOException e) {
    if (e instanceof SocketException own) {
      return own;
    }
    SocketException failure =
        new SocketException(e.getMessage() == null ? "connection closed" : e.getMessage());
    failure.initCause(e);
    return failure;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer buffer = last;
    if (buffer.array() != bytes) {
      buffer = ByteBuffer.wrap(bytes);
      if (bytes.length <= LARGEST_KEPT) {
        last = buffer;
      }
    }
    int end = offset + length;
    try {
      for (int at = offset; at < end; ) {
        int n = channel.write(buffer.limit(Math.min(end, at + MOST_AT_ONCE)).position(at));
        count += n;
        at += n;
      }
    } catch (IOException e) {
      throw ofSocket(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
