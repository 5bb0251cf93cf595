package dev.forecourt.mock.store;

import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Spelling;
import java.util.Collection;

/** Says what is wrong with a row, and where in it. */
public final class RowProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For a member that a row does not have. */
  public static RowProblem unknown(String place, String name, Collection<String> known) {
    return new RowProblem(
        "field '%s%s' is not known; nearest is '%s'"
            .formatted(place, Shown.cut(name), Spelling.nearest(name, known)));
  }

  /** A message such as {@code field 'vehicle.km' must be a whole number but was 'far'}. */
  public RowProblem(String message) {
    super(message, null, false, false);
  }
}
