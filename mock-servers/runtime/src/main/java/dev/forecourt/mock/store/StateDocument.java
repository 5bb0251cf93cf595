package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exported state, or a part of one, read and checked but not yet taken over. */
public final class StateDocument {

  private final List<Table<?, ?>.Reading> tables = new ArrayList<>();

  private final Tables all;

  private StateDocument(Tables all) {
    this.all = all;
  }

  /**
   * Reads an object with an array of rows for each table. Throws {@link StateProblem} naming table,
   * row, field and what was expected.
   */
  public static StateDocument read(byte[] json, Tables tables) {
    StateDocument document = new StateDocument(tables);
    try {
      JsonReader.readArrays(
          json,
          new JsonReader.Items() {
            @Override
            public void array(String name) {
              document.tables.add(tables.named(name).reading());
            }

            @Override
            public void item(@Nullable Object value) {
              document.tables.get(document.tables.size() - 1).add(value);
            }
          });
    } catch (JsonProblem e) {
      throw new StateProblem(
          "not an object with an array of rows for each table: " + e.getMessage());
    }
    return document;
  }

  /** Puts its rows in the place of all rows of the tables it has; leaves the other tables. */
  public void replaceTables() {
    all.fill();
    tables.forEach(Table.Reading::replaceAll);
  }
}
