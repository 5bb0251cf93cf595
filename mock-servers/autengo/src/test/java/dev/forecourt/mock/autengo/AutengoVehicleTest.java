package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The stock: one vehicle, stretches, order, search and languages. */
final class AutengoVehicleTest extends AbstractAutengoTest {

  @Test
  void showsTheDocumentedVehicleAsDocumented() {
    // but for the placeholder "TODO", and for the detail "diesel" of a petrol engine
    String documented =
        evidence("vehicleResponse")
            .replace("\"TODO\"", "\"4 weeks\"")
            .replace("\"diesel\"", "\"super95\"")
            .replace("\"Diesel\"", "\"Super 95\"");

    assertThat(get("/v3/vehicle/AIQWXW").json()).isEqualTo(read(documented));
  }

  @Test
  void showsTheVehicleOfTheDocumentedLead() {
    assertThat(get("/v3/vehicle/RQ5O9S").at("vehicle.vehicleState.text")).isEqualTo("Im Zulauf");
  }

  @Test
  void refusesAnUnknownVehicle() {
    Answer answer = get("/v3/vehicle/NOSUCH");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(
                "Not Found (vehicle): no vehicle 'NOSUCH'. Try 'AIQWXW', or GET /v3/vehicle for"
                    + " all there are."));
  }

  @Test
  void listsTwentyFiveOfTwoHundredUnlessToldOtherwise() {
    Answer answer = vehicles();

    assertThat(answer.at("total")).isEqualTo(200L);
    assertThat(answer.at("limit")).isEqualTo(25L);
    assertThat(answer.at("offset")).isEqualTo(0L);
    assertThat(answer.list()).hasSize(25);
  }

  @Test
  void listsEachVehicleOnceOverAllStretches() {
    HashSet<Object> seen = new HashSet<>();
    for (int offset = 0; offset < 200; offset += 30) {
      seen.addAll(vehicles("offset", "" + offset, "limit", "30").each("sellingId"));
    }

    assertThat(seen).hasSize(200).contains("AIQWXW", "RQ5O9S");
  }

  @ParameterizedTest
  @CsvSource({"190, 25, 10", "200, 25, 0", "2147483647, 2147483647, 0", "0, 2147483647, 200"})
  void cutsTheListAtItsEnd(String offset, String limit, int size) {
    Answer answer = vehicles("offset", offset, "limit", limit);

    assertThat(answer.list()).hasSize(size);
    assertThat(answer.at("total")).isEqualTo(200L);
  }

  @ParameterizedTest
  @CsvSource({"offset, -1", "limit, 0", "limit, many", "page, 2"})
  void refusesOtherStretches(String name, String value) {
    assertThat(vehicles(name, value).status()).isEqualTo(400);
  }

  @Test
  void showsInTheListWhatItShowsAlone() {
    List<Map<String, Object>> list = vehicles("limit", "200").list();

    for (Map<String, Object> each : list.subList(0, 20)) {
      assertThat(get("/v3/vehicle/" + each.get("sellingId")).json().get("vehicle")).isEqualTo(each);
    }
  }

  @Test
  void ordersByCreatedNewestFirstUnlessToldOtherwise() {
    List<Object> created = vehicles("limit", "200").each("created");

    assertThat(created).isSortedAccordingTo(Comparator.comparing(Object::toString).reversed());
    assertThat(vehicles("limit", "200", "order[field]", "created", "order[dir]", "desc").body())
        .isEqualTo(vehicles("limit", "200").body());
  }

  @Test
  void ordersNumbersAsNumbers() {
    List<Object> kilometers =
        vehicles("limit", "200", "order[field]", "kilometers", "order[dir]", "asc")
            .each("kilometers");

    assertThat(kilometers).isSortedAccordingTo(Comparator.comparing(each -> (Long) each));
    assertThat(kilometers).doesNotContainNull();
  }

  @Test
  void ordersByAColumnThatIsNoField() {
    List<Object> prices =
        vehicles("limit", "200", "order[field]", "price", "order[dir]", "desc").each("dealerPrice");

    assertThat(prices)
        .isSortedAccordingTo(
            Comparator.comparing((Object each) -> ((Number) each).doubleValue()).reversed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"asc", "desc"})
  void putsVehiclesWithoutAValueLast(String dir) {
    List<Object> days =
        vehicles("limit", "200", "order[field]", "firstRegistration", "order[dir]", dir)
            .each("firstRegistration");

    assertThat(days.get(0)).isNotNull();
    assertThat(days.get(199)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "titanium, modelVersion, (?i).*titanium.*",
    "XDRIVE, modelVersion, (?i).*xdrive.*",
    "Ford Focus, modelName, Focus",
    "škoda, makeName, Škoda",
  })
  void searchesWhateverTheCase(String search, String field, String pattern) {
    Answer answer = vehicles("search", search, "limit", "200");

    assertThat(answer.list()).isNotEmpty().hasSizeLessThan(200);
    assertThat(answer.each(field)).allSatisfy(each -> assertThat((String) each).matches(pattern));
    assertThat(answer.at("total")).isEqualTo((long) answer.list().size());
  }

  @Test
  void findsNothingForOtherWords() {
    Answer answer = vehicles("search", "titanium ford");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("total")).isEqualTo(0L);
    assertThat(answer.list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, Heckantrieb, Im Bestand",
        "de, Heckantrieb, Im Bestand",
        "en, Rear-wheel drive, In stock",
        "en-GB;q=0.9, Rear-wheel drive, In stock",
      })
  void writesTextsInTheLanguageAskedFor(String language, String drive, String state) {
    var request = request("/v3/vehicle/AIQWXW");

    Answer answer = send(language == null ? request : request.header("Accept-Language", language));

    assertThat(answer.at("vehicle.driveType.key")).isEqualTo("rear");
    assertThat(answer.at("vehicle.driveType.text")).isEqualTo(drive);
    assertThat(answer.at("vehicle.vehicleState.text")).isEqualTo(state);
  }

  @Test
  void changesNothingButTextsWithTheLanguage() {
    String german = get("/v3/vehicle?limit=200").body();
    String english = send(request("/v3/vehicle?limit=200").header("Accept-Language", "en")).body();

    assertThat(english).isNotEqualTo(german);
    assertThat(withoutTexts(english)).isEqualTo(withoutTexts(german));
  }

  private static String withoutTexts(String json) {
    return json.replaceAll("\"text\":\"[^\"]*\"", "\"text\":\"\"");
  }

  @Test
  void hasATextForEveryTranslatedValueOfTheStock() {
    assertThat(get("/v3/vehicle?limit=200").body())
        .doesNotContain("\"text\":null", "\"text\":\"\"");
  }
}
