package dev.forecourt.contracttests.autengo;

import static dev.forecourt.contracttests.autengo.AutengoPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.api.VehiclesService.ListFilterValuesQuery;
import dev.forecourt.autengo.model.*;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Makes, models and the values to filter by: autengo.txt L485-532. */
class AutengoReferencesPactTest {
  /** autengo.txt L485-498. */
  @Test
  void listsMakes() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    "make 190 with a model exists",
                    "listMakes: all",
                    "GET",
                    "/v3/vehicle/reference/make"),
                200,
                page(Map.of("total", 150), "list", evidence("makeList").path("list").get(0))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            MakeList makes = autengo.vehicles().listMakes();

            assertThat(makes.total()).isEqualTo(150);
            assertThat(makes.list())
                .extracting(VehicleMake::makeId, VehicleMake::makeName)
                .containsExactly(tuple(190L, "Audi"));
          }
        });
  }

  /** autengo.txt L499-513. */
  @Test
  void listsModels() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    "make 190 with a model exists",
                    "listModels: of one make",
                    "GET",
                    "/v3/vehicle/reference/make/190/model"),
                200,
                page(Map.of("total", 150), "list", evidence("modelList").path("list").get(0))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            ModelList models = autengo.vehicles().listModels(190);

            assertThat(models.list())
                .extracting(VehicleModel::modelId, VehicleModel::modelName)
                .containsExactly(tuple(3813L, "A4"));
          }
        });
  }

  /** autengo.txt L514-532: makes only, unless fields are named. */
  @Test
  void listsTheMakesToFilterBy() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    "several vehicles exist",
                    "listFilterValues: without fields",
                    "GET",
                    "/v3/vehicle/filter/values"),
                200,
                like(evidence("filterValues"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            FilterValues values = autengo.vehicles().listFilterValues();

            assertThat(values.makeId()).containsExactly(123L);
            assertThat(values.fuelType()).isEmpty();
          }
        });
  }

  /** autengo.txt L515-523, an array of fields; brackets as in L8-20. */
  @Test
  void listsValuesOfSeveralFields() {
    verify(
        pact ->
            answered(
                request(
                        pact,
                        "several vehicles exist",
                        "listFilterValues: of two fields",
                        "GET",
                        "/v3/vehicle/filter/values")
                    .encodedQuery("fields%5B%5D=makeId&fields%5B%5D=modelId"),
                200,
                like(evidence("filterValues"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var query =
                ListFilterValuesQuery.builder()
                    .fields(List.of(FilterField.MAKE_ID, FilterField.MODEL_ID))
                    .build();

            FilterValues values = autengo.vehicles().listFilterValues(query);

            assertThat(values.makeId()).containsExactly(123L);
          }
        });
  }
}
