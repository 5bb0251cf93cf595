package dev.forecourt.contracttests.autengo;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autengo.AutengoPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.VehicleQuery;
import dev.forecourt.autengo.api.VehiclesService.GetVehicleQuery;
import dev.forecourt.autengo.model.*;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vehicles: autengo.txt L127-484. */
class AutengoVehiclesPactTest {
  private static final String VEHICLES = "/v3/vehicle";

  /** The filters of autengo.txt L111-126, and the order of L68-83. */
  @Test
  void findsVehiclesByEveryKindOfFilter() {
    verify(
        pact ->
            answered(
                request(
                        pact,
                        "Fords in stock of 2017 exist",
                        "listVehicles: by every kind of filter",
                        "GET",
                        VEHICLES)
                    .encodedQuery(
                        "search=titanium&and%5BvehicleState%5D=inventory&and%5BmakeName%5D=Ford"
                            + "&and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000"
                            + "&and%5Bkilometers%5D%5B%5D=%3C%3D%7C250000"
                            + "&and%5BfirstRegistration%5D%5B%5D=%3E%3D%7C2017-01-01"
                            + "&and%5BfirstRegistration%5D%5B%5D=%3C%7C2018-01-01"
                            + "&or%5BcolorId%5D%5B%5D=3&or%5BcolorId%5D%5B%5D=4&or%5BcolorId%5D%5B%5D=7"
                            + "&order%5Bfield%5D=created&order%5Bdir%5D=desc&offset=0&limit=25"),
                200,
                page(Map.of("total", 1, "limit", 25, "offset", 0), "list", shortVehicle())),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var query =
                VehicleQuery.builder()
                    .search("titanium")
                    .where(Column.VEHICLE_STATE)
                    .is("inventory")
                    .where(Column.MAKE_NAME)
                    .is("Ford")
                    .where(Column.KILOMETERS)
                    .between(25000, 250000)
                    .where(Column.FIRST_REGISTRATION)
                    .atLeast(LocalDate.of(2017, 1, 1))
                    .where(Column.FIRST_REGISTRATION)
                    .lessThan(LocalDate.of(2018, 1, 1))
                    .where(Column.COLOR_ID)
                    .isOneOf(3, 4, 7)
                    .orderBy(Column.CREATED, OrderDirection.DESC)
                    .offset(0)
                    .limit(25)
                    .build();

            VehiclePage found = autengo.vehicles().listVehicles(query).firstPage();

            assertThat(found.total()).isEqualTo(1);
            assertThat(found.list()).extracting(Vehicle::sellingId).containsExactly(VEHICLE);
            assertThat(found.list().get(0).kilometers()).isEqualByComparingTo("120000");
          }
        });
  }

  private static V4Pact stretch(
      PactDslWithProvider pact, String does, String query, int offset, JsonNode vehicle) {
    return answered(
        request(pact, "several vehicles exist", does, "GET", VEHICLES).query(query),
        200,
        page(Map.of("total", 2, "limit", 1, "offset", offset), "list", vehicle));
  }

  /** autengo.txt L53-67: the client asks again until the total is reached. */
  @Test
  void walksToTheEndOfTheList() {
    verify(
        pact -> {
          ObjectNode next = shortVehicle().deepCopy();
          next.put("sellingId", "RQ5O9S");
          stretch(pact, "listVehicles: first stretch of two", "limit=1", 0, shortVehicle());
          return stretch(pact, "listVehicles: last stretch of two", "offset=1&limit=1", 1, next);
        },
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var query = VehicleQuery.builder().limit(1).build();

            List<Vehicle> all = autengo.vehicles().listVehicles(query).stream().toList();

            assertThat(all).extracting(Vehicle::sellingId).containsExactly(VEHICLE, "RQ5O9S");
          }
        });
  }

  /** autengo.txt L55-62: a list may be empty. */
  @Test
  void findsNothing() {
    verify(
        pact ->
            answered(
                request(
                        pact,
                        "no vehicle is called Trabant",
                        "listVehicles: none found",
                        "GET",
                        VEHICLES)
                    .query("search=Trabant"),
                200,
                newJsonBody(
                        body ->
                            body.integerType("total", 0)
                                .integerType("limit", 25)
                                .integerType("offset", 0)
                                .array("list", list -> {}))
                    .build()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var query = VehicleQuery.builder().search("Trabant").build();

            assertThat(autengo.vehicles().listVehicles(query).stream()).isEmpty();
          }
        });
  }

  /** autengo.txt L324-484: the sample in full. */
  @Test
  void getsAVehicle() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    VEHICLE_EXISTS,
                    "getVehicle: the documented one",
                    "GET",
                    "/v3/vehicle/AIQWXW"),
                200,
                like(evidence("vehicleResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Vehicle vehicle = autengo.vehicles().getVehicle(VEHICLE).vehicle();

            assertThat(vehicle.vehicleState().key().known())
                .isEqualTo(VehicleState.Known.INVENTORY);
            assertThat(vehicle.firstRegistration()).isEqualTo(LocalDate.of(2007, 5, 19));
            assertThat(vehicle.tyreTreadL().value()).contains(new BigDecimal("1.2"));
            assertThat(vehicle.isNetPrice().value()).contains(false);
            assertThat(vehicle.dealerPrice()).isEqualByComparingTo("13444");
          }
        });
  }

  /** autengo.txt L40-52: texts in the language of the header. */
  @Test
  void getsAVehicleInEnglish() {
    verify(
        pact -> {
          ObjectNode english = shortVehicle().deepCopy();
          // the text is what the caller chose the language for: its value counts
          return answered(
              request(pact, VEHICLE_EXISTS, "getVehicle: in English", "GET", "/v3/vehicle/AIQWXW")
                  .matchHeader("Accept-Language", "en", "en"),
              200,
              newJsonBody(
                      body ->
                          body.object(
                              "vehicle",
                              vehicle ->
                                  vehicle
                                      .stringType("sellingId", english.path("sellingId").asText())
                                      .object(
                                          "vehicleState",
                                          state ->
                                              state
                                                  .stringType("key", "inventory")
                                                  .stringType("text", "In stock"))))
                  .build());
        },
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var query = GetVehicleQuery.builder().acceptLanguage(Language.EN).build();

            Vehicle vehicle = autengo.vehicles().getVehicle(VEHICLE, query).vehicle();

            assertThat(vehicle.vehicleState().text()).isEqualTo("In stock");
          }
        });
  }

  /** Lists of values may grow: what is new has the form of what is known. */
  @Test
  void keepsValuesThatAreNew() {
    verify(
        pact ->
            answered(
                request(
                    pact,
                    VEHICLE_EXISTS,
                    "getVehicle: with new values",
                    "GET",
                    "/v3/vehicle/AIQWXW"),
                200,
                newJsonBody(
                        body ->
                            body.object(
                                "vehicle",
                                vehicle ->
                                    vehicle
                                        .stringType("sourceType", "auction")
                                        .object(
                                            "vehicleState",
                                            state ->
                                                state
                                                    .stringType("key", "reserved")
                                                    .stringType("text", "Reserviert"))
                                        .object(
                                            "colorId",
                                            colour ->
                                                colour
                                                    .integerType("key", 99)
                                                    .stringType("text", "Regenbogen"))))
                    .build()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            Vehicle vehicle = autengo.vehicles().getVehicle(VEHICLE).vehicle();

            assertThat(vehicle.sourceType().value()).isEqualTo("auction");
            assertThat(vehicle.vehicleState().key().known()).isEqualTo(VehicleState.Known.UNKNOWN);
            assertThat(vehicle.vehicleState().key().value()).isEqualTo("reserved");
            assertThat(vehicle.colorId().key().value()).isEqualTo(99);
          }
        });
  }

  /** Fields that every vehicle of a list has. */
  private static JsonNode shortVehicle() {
    return only(
        evidence("vehicle"), "sellingId", "makeName", "modelName", "vehicleState", "kilometers");
  }
}
