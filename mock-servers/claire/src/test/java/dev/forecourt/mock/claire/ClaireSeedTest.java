package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.store.SeedRows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stub starts with: {@code seed/claire.json}, and visits around today. */
final class ClaireSeedTest extends AbstractClaireTest {

  @ParameterizedTest
  @ValueSource(strings = {"locations", "tags", "questions", "cars", "customers", "webhooks"})
  void hasTheRowsOfItsDocument(String table) throws Exception {
    Object seed = JsonReader.read(SeedRows.document(ClaireState.class, "claire.json"));

    assertThat(get("/__mock/state").json().get(table)).isEqualTo(JsonTree.at(seed, table));
  }

  @Test
  void listsTheExamplesOfTheContractFirst() {
    listsFirst("/v1/locations", ClaireOperations.LIST_LOCATIONS);
    listsFirst("/v1/tags", ClaireOperations.LIST_TAGS);
    listsFirst("/v1/questions", ClaireOperations.LIST_QUESTIONS);
  }

  private static void listsFirst(String path, Operation operation) {
    List<Map<String, Object>> examples = operation.example("found").objects();

    assertThat(JsonTree.objects(get(path).tree()).subList(0, examples.size())).isEqualTo(examples);
  }

  @Test
  void isOfTheDayOfTheStartWheneverItIsFirstAskedFor() {
    at(NOW.plus(Duration.ofDays(100)));

    assertThat(visits(312, "2026-11-14T00:00:00Z")).isNull();
    assertThat((List<?>) visits(312, "2026-11-15T00:00:00Z")).isNotEmpty();
    assertThat((List<?>) visits(313, "2026-11-29T00:00:00Z")).isNotEmpty();
    assertThat(visits(313, "2026-11-30T00:00:00Z")).isNull();
  }

  @Test
  void hasAVisitOfEachKind() {
    List<Map<String, Object>> all =
        JsonTree.objects(get("/__mock/state").json().get("appointments"));

    for (String member : List.of("customer_waiting", "is_pinned", "car_check_started")) {
      assertThat(all).anyMatch(each -> shows(each, member, true));
      assertThat(all).anyMatch(each -> shows(each, member, false));
    }
    for (long status : List.of(1L, 5L, 10L)) {
      assertThat(all).anyMatch(each -> shows(each, "appointment_status_identifier", status));
    }
  }

  private static boolean shows(Map<String, Object> row, String member, Object value) {
    return value.equals(JsonTree.at(row, "fields", member));
  }

  private static Object visits(long location, String date) {
    return post(
            "/v1/appointments/list",
            "{\"location_id\":%d,\"date\":\"%s\"}".formatted(location, date))
        .at("appointments");
  }
}
