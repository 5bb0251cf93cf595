package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's own start data as a state document, put into empty tables as far as somebody needs
 * them: what is behind the last table that was asked for is not read.
 */
final class SeedDocument implements AutoCloseable {

  private final Tables tables;
  private final JsonReader.ArrayReader arrays;

  /** Begins before the first table. */
  SeedDocument(byte[] json, Tables tables) {
    this.tables = tables;
    try {
      arrays = new JsonReader.ArrayReader(json);
    } catch (JsonProblem e) {
      throw noSeed(e);
    }
  }

  /**
   * Puts the rows of the next table in; null when there is none. Throws {@link StateTooLarge} when
   * they do not fit.
   */
  @Nullable Table<?, ?> fillNext() {
    Rows rows = new Rows();
    try {
      if (!arrays.next(rows)) {
        return null;
      }
    } catch (JsonProblem e) {
      throw noSeed(e);
    }
    return rows.put();
  }

  private static StateProblem noSeed(JsonProblem problem) {
    return new StateProblem("the start data cannot be read: " + problem.getMessage());
  }

  @Override
  public void close() {
    arrays.close();
  }

  /** The rows of one table. */
  private final class Rows implements JsonReader.Items {
    private @Nullable TableReading<?, ?> reading;
    private @Nullable Table<?, ?> table;
    private long bytes;

    @Override
    public void array(String name) {
      table = tables.named(name);
      reading = table.reading();
    }

    @Override
    public void item(@Nullable Object value) {
      if (reading != null) {
        bytes += reading.add(value);
      }
    }

    @Nullable Table<?, ?> put() {
      if (!tables.share().budget().fits(bytes)) {
        throw tables.tooLarge(bytes);
      }
      if (reading != null) {
        reading.put();
      }
      return table;
    }
  }
}
