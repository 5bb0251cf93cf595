package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.BufferRecycler;

/** Makes the parsers behind {@link JsonIn}. One for the process: it keeps the names of members. */
final class JsonText extends JsonFactory {
  private static final long serialVersionUID = 1L;

  static final JsonText FACTORY = new JsonText();

  private JsonText() {
    try {
      Limits.raise(this);
    } catch (LinkageError before215) {
      // knows no limits; ours on depth holds all the same
    }
  }

  /**
   * Not those of Jackson, which hang on each thread: the threads of a container outlive the
   * application, and would keep its class loader.
   */
  @Override
  public BufferRecycler _getBufferRecycler() {
    return Buffers.SHARED;
  }

  /** A class of its own, as Jackson before 2.15 has none of this. */
  private static final class Limits {
    /** As long as Jackson allows a text to be: one number must not cost the whole answer. */
    private static final int MOST_DIGITS = StreamReadConstraints.DEFAULT_MAX_STRING_LEN;

    static void raise(JsonFactory factory) {
      factory.setStreamReadConstraints(
          StreamReadConstraints.builder()
              .maxNestingDepth(Json.MOST_DEPTH)
              .maxNumberLength(MOST_DIGITS)
              .build());
    }
  }
}
