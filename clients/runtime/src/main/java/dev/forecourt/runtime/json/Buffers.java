package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.util.BufferRecycler;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Character buffers of parsers, shared by all threads: at most 32 of 8 KB are kept. */
final class Buffers extends BufferRecycler {
  static final Buffers SHARED = new Buffers();

  private static final int KEPT = 32;
  private static final int MOST_KEPT_LENGTH = 8_000;

  // static, as the constructor of BufferRecycler may already ask for one
  private static final AtomicReferenceArray<char @Nullable []> TEXT =
      new AtomicReferenceArray<>(KEPT);

  private Buffers() {}

  @Override
  public char[] allocCharBuffer(int kind, int atLeast) {
    if (kind == CHAR_TEXT_BUFFER) {
      char[] kept = TEXT.getAndSet(slot(), null);
      if (kept != null && kept.length >= atLeast) {
        return kept;
      }
    }
    return new char[Math.max(atLeast, charBufferLength(kind))];
  }

  @Override
  public void releaseCharBuffer(int kind, char[] buffer) {
    if (kind == CHAR_TEXT_BUFFER && buffer.length <= MOST_KEPT_LENGTH) {
      TEXT.set(slot(), buffer);
    }
  }

  /** Threads meet rarely in the same slot; if they do, one makes a buffer of its own. */
  private static int slot() {
    return (int) (Thread.currentThread().getId() % KEPT);
  }

  @Override
  public byte[] allocByteBuffer(int kind, int atLeast) {
    return new byte[Math.max(atLeast, byteBufferLength(kind))];
  }

  @Override
  public void releaseByteBuffer(int kind, byte[] buffer) {}
}
