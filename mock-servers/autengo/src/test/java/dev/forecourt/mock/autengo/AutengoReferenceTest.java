package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes, models and filter values are those of the stock. */
final class AutengoReferenceTest extends AbstractAutengoTest {

  @Test
  void listsTheMakesOfTheStockByName() {
    Answer answer = get("/v3/vehicle/reference/make");

    Set<Object> inStock = new HashSet<>(vehicles("limit", "200").each("makeName"));
    assertThat(answer.each("makeName")).containsExactlyInAnyOrderElementsOf(inStock);
    assertThat(answer.at("total")).isEqualTo((long) inStock.size());
    // evidence/makeList.json
    assertThat(answer.list()).contains(Map.of("makeId", 190L, "makeName", "Audi"));
  }

  @Test
  void listsTheModelsOfAMake() {
    Answer answer = get("/v3/vehicle/reference/make/190/model");

    Set<Object> inStock =
        new HashSet<>(vehicles("and[makeId]", "190", "limit", "200").each("modelName"));
    assertThat(answer.each("modelName")).containsExactlyInAnyOrderElementsOf(inStock);
    // evidence/modelList.json
    assertThat(answer.list()).contains(Map.of("modelId", 3813L, "modelName", "A4"));
  }

  @Test
  void listsNoModelsOfAnUnknownMake() {
    Answer answer = get("/v3/vehicle/reference/make/1/model");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"total\":0,\"list\":[]}");
  }

  @Test
  void findsTheVehiclesOfEachModelByItsId() {
    for (Map<String, Object> make : get("/v3/vehicle/reference/make").list()) {
      for (Map<String, Object> model :
          get("/v3/vehicle/reference/make/" + make.get("makeId") + "/model").list()) {
        Answer answer = vehicles("and[modelId]", model.get("modelId").toString(), "limit", "200");

        assertThat(answer.each("modelName")).isNotEmpty().containsOnly(model.get("modelName"));
        assertThat(answer.each("makeName")).containsOnly(make.get("makeName"));
      }
    }
  }

  @Test
  void listsTheValuesOfMakeIdUnlessToldOtherwise() {
    Answer answer = get("/v3/vehicle/filter/values");

    assertThat(answer.json()).containsOnlyKeys("makeId");
    List<Object> makes =
        get("/v3/vehicle/reference/make").each("makeId").stream().sorted().toList();
    assertThat(answer.at("makeId")).isEqualTo(makes);
    // evidence/filterValues.json
    assertThat(makes).contains(123L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "makeId",
        "modelId",
        "vehicleTypeId",
        "climatisationType",
        "conditionType",
        "fuelType",
        "transmissionType",
        "isPluginHybrid",
        "driveType"
      })
  void listsValuesThatEachFindSomethingAndTogetherAll(String field) {
    List<?> values = (List<?>) get("/v3/vehicle/filter/values?fields%5B%5D=" + field).at(field);

    long found = 0;
    for (Object value : values) {
      Object key = value instanceof Map<?, ?> pair ? pair.get("key") : value;
      long total = (Long) vehicles("and[" + field + "]", key.toString()).at("total");
      assertThat(total).as("%s %s", field, key).isPositive();
      found += total;
    }
    long without =
        ((List<?>) get("/__mock/state").at("vehicles"))
            .stream()
                .map(each -> (Map<?, ?>) each)
                .filter(
                    each ->
                        each.get(field) == null
                            && ((Map<?, ?>) each.get("columns")).get(field) == null)
                .count();
    assertThat(found + without).isEqualTo(200);
  }

  @Test
  void listsSeveralFieldsInTheLanguageAskedFor() {
    Answer answer =
        send(
            request("/v3/vehicle/filter/values?fields%5B%5D=fuelType&fields%5B%5D=isPluginHybrid")
                .header("Accept-Language", "en"));

    assertThat(answer.json()).containsOnlyKeys("fuelType", "isPluginHybrid");
    assertThat((List<?>) answer.at("fuelType"))
        .anySatisfy(
            each -> assertThat(each).isEqualTo(Map.of("key", "gasoline", "text", "Gasoline")));
    assertThat(answer.at("isPluginHybrid")).isEqualTo(List.of(false, true));
  }

  @Test
  void refusesToListOtherFields() {
    assertThat(get("/v3/vehicle/filter/values?fields%5B%5D=makeName").status()).isEqualTo(400);
  }
}
