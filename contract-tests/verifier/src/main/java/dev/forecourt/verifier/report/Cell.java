package dev.forecourt.verifier.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * One answer of the report.
 *
 * @param state how it ended
 * @param text a few characters, such as {@code 5/5}
 * @param messages the exact messages, where not all is well
 */
record Cell(State state, String text, List<String> messages) {
  /** Nothing that did not run is ever green. */
  enum State {
    PASSED,
    FAILED,
    /** Some of it ran, or was skipped for a reason. */
    PARTLY,
    NOT_RUN,
    /** There is nothing to be run: Prism sends no messages. */
    NONE;

    /** Its name in {@code report.json}. */
    @JsonValue
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static final Cell NOT_RUN = new Cell(State.NOT_RUN, "not run", List.of());
  static final Cell NONE = new Cell(State.NONE, "–", List.of());

  static Cell passed(String text) {
    return new Cell(State.PASSED, text, List.of());
  }

  static Cell failed(String text, List<String> messages) {
    return new Cell(State.FAILED, text, messages);
  }

  static Cell partly(String text, List<String> messages) {
    return new Cell(State.PARTLY, text, messages);
  }
}
