package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.memory.Share;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exported state, or a part of one, read and checked but not yet taken over. Its rows count in
 * the memory of the tables until it is closed.
 */
public final class StateDocument implements AutoCloseable {

  private final List<TableReading<?, ?>> tables = new ArrayList<>();
  private final Share share;
  private final Tables all;
  private long needed;
  private boolean fits = true;

  private StateDocument(Tables all) {
    this.all = all;
    share = new Share(this, all.share().budget());
  }

  /**
   * Reads an object with an array of rows for each table. Throws {@link StateProblem} naming table,
   * row, field and what was expected; {@link StateTooLarge} when there is no room for its rows.
   */
  public static StateDocument read(byte[] json, Tables tables) {
    StateDocument document = new StateDocument(tables);
    try {
      JsonReader.readArrays(json, document.new Rows());
      document.refuseTooLarge();
      return document;
    } catch (JsonProblem e) {
      document.close();
      throw new StateProblem(
          "not an object with an array of rows for each table: " + e.getMessage());
    } catch (RuntimeException e) {
      document.close();
      throw e;
    }
  }

  private void refuseTooLarge() {
    if (!fits) {
      throw all.tooLarge(needed);
    }
  }

  /** Puts its rows in the place of all rows of the tables it has; leaves the other tables. */
  public void replaceTables() {
    all.fill();
    share.close(); // from now on they count in their tables
    tables.forEach(TableReading::replaceAll);
  }

  @Override
  public void close() {
    share.close();
  }

  /** Reads on when there is no room any more, to say how much there should be. */
  private final class Rows implements JsonReader.Items {
    private @Nullable TableReading<?, ?> last;

    @Override
    public void array(String name) {
      last = all.named(name).reading();
      tables.add(last);
    }

    @Override
    public void item(@Nullable Object value) {
      if (last == null) {
        return;
      }
      long bytes = last.add(value);
      needed += bytes;
      if (fits && !share.tryAdd(bytes)) {
        fits = false;
        share.close();
      }
      if (!fits) {
        tables.forEach(TableReading::forget);
      }
    }
  }
}
