package dev.forecourt.mock.state;

import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.memory.Share;
import org.jspecify.annotations.Nullable;

/**
 * The start data of a stub: the vendor's own, or those of a document that may be exchanged while
 * the stub runs. Safe for use by many threads.
 */
public final class Seed {

  private final Share share = new Share(this, Budgets.ofThisJvm().state());
  private volatile byte @Nullable [] document;

  /** The vendor's own. */
  public Seed() {}

  /**
   * An exported state or a part of one: its tables come in the place of the vendor's own. Null: the
   * vendor's own.
   */
  public byte @Nullable [] document() {
    return document;
  }

  /** Takes another document, which counts from the next reset on. Null: the vendor's own data. */
  public synchronized void document(byte @Nullable [] json) {
    share.add((json == null ? 0 : json.length) - share.bytes());
    document = json;
  }
}
