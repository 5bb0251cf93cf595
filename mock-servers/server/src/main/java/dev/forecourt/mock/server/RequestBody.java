package dev.forecourt.mock.server;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.memory.BodyBuffer;
import dev.forecourt.mock.memory.Budgets;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** Collects the body of a request up to the limit and counts the rest. */
final class RequestBody implements AutoCloseable {

  // read this far past a refused body, so that the client reads the refusal instead of a broken
  // pipe
  private static final long MAX_DISCARDED_BYTES = 16L * 1024 * 1024;
  private static final byte[] NONE = {};

  private final IntSupplier most;
  private @Nullable BodyBuffer buffer;
  private long discarded;

  /** A body that may be so long, asked for once it is longer than most are. */
  RequestBody(IntSupplier most) {
    this.most = most;
  }

  /** Takes a part; false when the client sends so much that nobody should listen any more. */
  boolean add(ByteBuf part) {
    if (part.isReadable()) {
      if (buffer == null) {
        buffer = new BodyBuffer(Budgets.ofThisJvm().bodies(), MockRequest.MAX_BODY_BYTES, most);
      }
      discarded += buffer.add(ByteBufUtil.getBytes(part));
    }
    return discarded <= MAX_DISCARDED_BYTES;
  }

  /** Whether the memory for bodies did not last. */
  boolean isFull() {
    return buffer != null && buffer.isFull();
  }

  byte[] bytes() {
    return buffer == null ? NONE : buffer.bytes();
  }

  @Override
  public void close() {
    if (buffer != null) {
      buffer.close();
    }
  }
}
