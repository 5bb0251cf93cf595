package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.json.JsonMember;
import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generated answer records as rows and inside of rows. */
final class AnswerTypeTest {

  private static final String SEED =
      "{\"shown\":[{\"id\":1,\"text\":null},{\"id\":2}],"
          + "\"rows\":[{\"number\":7,\"one\":{\"id\":3},\"more\":[{\"id\":4,\"text\":\"t\"}]}]}";

  private final Tables tables = new Tables();
  private final Table<Long, Shown> shown =
      tables.add("shown", RowType.of(Shown.class), each -> each.id);
  private final Table<Long, Row> rows = tables.add("rows", RowType.of(Row.class), Row::number);

  @Test
  void keepsNullAndLeftOutApart() {
    take(SEED);

    assertThat(new String(JsonWriter.object(tables::write), StandardCharsets.UTF_8))
        .isEqualTo(SEED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"id\":2} | {} | table 'shown', row 2: Shown has no 'id', which its contract requires."
            + " Set it.",
        "\"text\":null | \"txt\":1 | table 'shown', row 1: field 'txt' is not known; nearest is"
            + " 'text'",
        "{\"id\":3} | {\"id\":\"3\"} | table 'rows', row 1: field 'one': member 'id' must be a"
            + " whole number but was '3'",
        "{\"id\":4,\"text\":\"t\"} | {\"id\":4,\"text\":5} | table 'rows', row 1: field 'more[0]':"
            + " member 'text' must be a text but was '5'",
        "{\"id\":3} | 3 | table 'rows', row 1: field 'one' must be an object but was '3'",
      })
  void namesThePlaceOfWhatDoesNotFit(String good, String bad, String message) {
    assertThat(SEED).contains(good);

    assertThatExceptionOfType(StateProblem.class)
        .isThrownBy(() -> take(SEED.replace(good, bad)))
        .withMessage(message);
    assertThat(shown.rows()).isEmpty();
    assertThat(rows.rows()).isEmpty();
  }

  @Test
  void addsWhatTheDocumentCannotHold() {
    tables.fillLater(
        () -> SEED.getBytes(StandardCharsets.UTF_8),
        () -> shown.put(new Shown((long) shown.size() + 1, null, true)));

    tables.fill();
    tables.fill();

    assertThat(shown.rows()).extracting(Shown::id).containsExactly(1L, 2L, 3L);
  }

  @Test
  void refusesARowWithoutTheMemberItIsFoundBy() {
    Table<String, Shown> named = tables.add("named", Shown.class, "text", Shown::text);
    take("{\"named\":[{\"id\":1,\"text\":\"a\"}]}");

    assertThat(named.find("a")).extracting(Shown::id).isEqualTo(1L);
    assertThatExceptionOfType(StateProblem.class)
        .isThrownBy(() -> take("{\"named\":[{\"id\":1}]}"))
        .withMessage("table 'named', row 1: field 'text' is required but was missing or null");
  }

  private void take(String json) {
    StateDocument.read(json.getBytes(StandardCharsets.UTF_8), tables).replaceTables();
  }

  private record Row(long number, Shown one, List<Shown> more) {}

  /** As the generator writes one. */
  private record Shown(Long id, @Nullable String text, boolean isLeftOut)
      implements JsonValue<Shown> {

    static Shown of(Map<String, ? extends @Nullable Object> tree) {
      for (String each : tree.keySet()) {
        if (!List.of("id", "text").contains(each)) {
          throw JsonMember.unknown("Shown", each, List.of("id", "text"));
        }
      }
      return new Shown(
          JsonMember.required("Shown", "id", JsonMember.whole("id", tree.get("id"))),
          JsonMember.text("text", tree.get("text")),
          !tree.containsKey("text"));
    }

    @Override
    public void write(JsonWriter out) {
      out.startObject().field("id", id);
      if (!isLeftOut) {
        out.field("text", text);
      }
      out.endObject();
    }
  }
}
