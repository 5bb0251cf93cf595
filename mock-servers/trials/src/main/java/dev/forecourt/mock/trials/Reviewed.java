package dev.forecourt.mock.trials;

import dev.forecourt.contract.tools.random.ReviewedDifferences;
import java.io.InputStream;

/** The list of differences between contract, stub, oracle and Prism that somebody has looked at. */
public final class Reviewed {

  private static final String FILE = "/reviewed-differences.yaml";

  private Reviewed() {}

  /** The list, of which nothing has been used yet. */
  public static ReviewedDifferences differences() {
    InputStream list = Reviewed.class.getResourceAsStream(FILE);
    if (list == null) {
      throw new IllegalStateException("The JAR has no file " + FILE);
    }
    return ReviewedDifferences.of(list);
  }
}
