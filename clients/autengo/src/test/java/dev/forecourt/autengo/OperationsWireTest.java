package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autengo.api.VehiclesService.GetVehicleQuery;
import dev.forecourt.autengo.api.VehiclesService.ListFilterValuesQuery;
import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.ContactPost;
import dev.forecourt.autengo.model.FilterField;
import dev.forecourt.autengo.model.FilterValues;
import dev.forecourt.autengo.model.FuelType;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.OpportunityPost;
import dev.forecourt.autengo.model.OrderDirection;
import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.autengo.model.TranslatedFuelType;
import dev.forecourt.autengo.model.TranslatedVehicleState;
import dev.forecourt.autengo.model.Vehicle;
import dev.forecourt.autengo.model.VehicleFilter;
import dev.forecourt.autengo.model.VehicleOrder;
import dev.forecourt.autengo.model.VehicleState;
import dev.forecourt.runtime.json.FilterValue;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AbstractOperationsTest;
import dev.forecourt.runtime.kit.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers are Autengo's samples, from specs/autengo/evidence. */
class OperationsWireTest extends AbstractOperationsTest<AutengoClient> {

  OperationsWireTest() {
    super("autengo");
  }

  @Override
  protected AutengoClient build(String baseUrl) {
    return AutengoClient.builder()
        .apiKey("autengo-test-key")
        .sessionToken("token")
        .baseUrl(baseUrl)
        .build();
  }

  @Override
  protected void assertCommonHeaders(WireRequest request) {
    assertThat(request.header("X-Api-Key")).isEqualTo("autengo-test-key");
    assertThat(request.header("X-Authorization")).isEqualTo("Bearer token");
    assertThat(request.header("Accept")).isEqualTo("application/json");
  }

  @Test
  void listsVehiclesAsTheDocumentedSample() {
    answer("vehiclePage");

    client()
        .vehicles()
        .listVehicles(
            ListVehiclesQuery.builder()
                .search("titanium")
                .and(sample("listVehiclesAnd", VehicleFilter.class))
                .or(sample("filterOr", VehicleFilter.class))
                .order(sample("order", VehicleOrder.class))
                .offset(0)
                .limit(25)
                .build())
        .firstPage();

    // expected value: "query" of listVehicles.js in evidence/index.yaml
    assertThat(decoded(server.request().line()))
        .isEqualTo("GET /v3/vehicle?" + documentedQuery("listVehicles"));
  }

  @Test
  void encodesBracketsAndValues() {
    answer("page");

    client()
        .vehicles()
        .listVehicles(
            ListVehiclesQuery.builder()
                .and(
                    VehicleFilter.builder()
                        .makeName(FilterValue.of("Citroën & Co"))
                        .kilometers(
                            FilterValue.all(FilterValue.of(">=|25000"), FilterValue.of(250000)))
                        .isDamaged(FilterValue.of(false))
                        .modelName(FilterValue.of(""))
                        .build())
                .order(
                    VehicleOrder.builder().field(Column.CREATED).dir(OrderDirection.DESC).build())
                .acceptLanguage(Language.EN)
                .build())
        .firstPage();

    assertSent(
        "GET /v3/vehicle?and%5BmakeName%5D=Citro%C3%ABn%20%26%20Co"
            + "&and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000&and%5Bkilometers%5D%5B%5D=250000"
            + "&and%5BisDamaged%5D=false&and%5BmodelName%5D=&order%5Bfield%5D=created&order%5Bdir%5D=desc");
    assertThat(server.request().header("Accept-Language")).isEqualTo("en");
  }

  @Test
  void sendsColumnsInTheOrderInWhichTheyWereSet() {
    answer("page");
    VehicleFilter filter =
        VehicleFilter.builder()
            .price(FilterValue.of(1))
            .additionalProperty("wheels", Json.of(4))
            .makeName(FilterValue.of("Ford"))
            .created(null)
            .build();

    client()
        .vehicles()
        .listVehicles(
            ListVehiclesQuery.builder()
                .and(filter.toBuilder().colorId(FilterValue.of(3)).price(FilterValue.of(2)).build())
                .build())
        .firstPage();

    assertThat(decoded(server.request().line()))
        .isEqualTo("GET /v3/vehicle?and[price]=2&and[wheels]=4&and[makeName]=Ford&and[colorId]=3");
  }

  @Test
  void walksVehiclesByOffset() {
    server.answer(page(0, 2, 3, "A", "B")).answer(page(2, 2, 3, "C"));

    var ids =
        client()
            .vehicles()
            .listVehicles(ListVehiclesQuery.builder().limit(2).acceptLanguage(Language.DE).build())
            .stream()
            .map(Vehicle::sellingId)
            .toList();

    assertThat(ids).containsExactly("A", "B", "C");
    assertThat(server.requests())
        .extracting(WireRequest::line)
        .containsExactly("GET /v3/vehicle?limit=2", "GET /v3/vehicle?offset=2&limit=2");
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.header("Accept-Language")).isEqualTo("de"));
  }

  @Test
  void refusesAServerThatIgnoresTheOffset() {
    server.answer(page(0, 1, 9, "A")).answer(page(0, 1, 9, "A"));

    var vehicles = client().vehicles().listVehicles().stream();

    assertThatThrownBy(vehicles::toList)
        .hasMessageStartingWith(
            "autengo listVehicles: offset 1 holds the same objects as offset 0");
  }

  @Test
  void listsMakes() {
    answer("makeList");

    var makes = client().vehicles().listMakes();

    assertSent("GET /v3/vehicle/reference/make");
    assertThat(makes.list()).isNotEmpty();
    assertThat(server.request().headers("Accept-Language")).isEmpty();
  }

  @Test
  void listsModels() {
    answer("modelList");

    var models = client().vehicles().listModels(190);

    assertSent("GET /v3/vehicle/reference/make/190/model");
    assertThat(models.list()).isNotEmpty();
  }

  @Test
  void listsFilterValues() {
    answer("filterValues");

    var values =
        client()
            .vehicles()
            .listFilterValues(
                ListFilterValuesQuery.builder()
                    .fields(List.of(FilterField.MAKE_ID, FilterField.FUEL_TYPE))
                    .build());

    assertSent("GET /v3/vehicle/filter/values?fields%5B%5D=makeId&fields%5B%5D=fuelType");
    assertThat(values.makeId()).isNotEmpty();
  }

  @Test
  void getsAVehicleInEnglish() {
    answer("vehicleResponse");

    var vehicle =
        client()
            .vehicles()
            .getVehicle("AIQWXW", GetVehicleQuery.builder().acceptLanguage(Language.EN).build())
            .vehicle();

    assertSent("GET /v3/vehicle/AIQWXW");
    assertThat(server.request().header("Accept-Language")).isEqualTo("en");
    assertThat(vehicle.vehicleState().key()).isNotNull();
  }

  @Test
  void createsAnOpportunity() {
    answer("opportunityResponse");

    var made =
        client()
            .opportunities()
            .createOpportunity(sample("opportunityPost", OpportunityPost.class));

    assertSentSample("POST /v3/opportunity", "opportunityPost");
    assertThat(made.data().opportunityId()).isEqualTo(3813);
  }

  @Test
  void createsAContact() {
    answer("contactResponse");

    var response = client().contacts().createContact(post());

    assertSentSample("POST /v3/contact", "contactPost");
    assertThat(response.data()).isNotNull();
  }

  @Test
  void updatesAContact() {
    answer("contactResponse");

    var response = client().contacts().updateContact(123, post());

    assertSentSample("PUT /v3/contact/123", "contactPost");
    assertThat(response.data()).isNotNull();
  }

  @Test
  void updatesAContactByTecfacturaId() {
    answer("contactResponse");

    var response = client().contacts().updateContactByTecfacturaId("D 1/2", post());

    assertSentSample("PUT /v3/contact/tecfactura/D%201%2F2", "contactPost");
    assertThat(response.data()).isNotNull();
  }

  @Test
  void getsAContact() {
    answer("contactResponse");

    var response = client().contacts().getContact(123);

    assertSent("GET /v3/contact/123");
    assertThat(response.data()).isNotNull();
  }

  @Test
  void getsAContactByTecfacturaId() {
    answer("contactResponse");

    var response = client().contacts().getContactByTecfacturaId("D123");

    assertSent("GET /v3/contact/tecfactura/D123");
    assertThat(response.data()).isNotNull();
  }

  @Test
  void deletesAContact() {
    answer("deletionResponse");

    var response = client().contacts().deleteContact(123);

    assertSent("DELETE /v3/contact/123");
    assertThat(response.status()).isEqualTo("success");
  }

  @Test
  void deletesAContactByTecfacturaId() {
    answer("deletionResponse");

    var response = client().contacts().deleteContactByTecfacturaId("D123");

    assertSent("DELETE /v3/contact/tecfactura/D123");
    assertThat(response.status()).isEqualTo("success");
  }

  @Test
  void createsAToken() {
    answer("tokenResponse");

    var token = client().tokens().createToken(sample("tokenPost", TokenPost.class));

    assertSentSample("POST /v3/auth/token", "tokenPost");
    assertThat(token).isNotNull();
  }

  @Test
  void renewsAToken() {
    answer("tokenResponse");

    var token = client().tokens().refreshToken();

    assertSent("GET /v3/auth/refresh");
    assertThat(token).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"vehicleState\":\"inventory\"}",
        "{\"vehicleState\":\"elsewhere\"}",
        "{\"vehicleState\":{\"key\":\"inventory\",\"text\":\"Im Bestand\"}}",
        "{\"vehicleState\":{\"key\":\"inventory\"}}",
        "{\"vehicleState\":{\"text\":\"Im Bestand\"}}",
        "{\"vehicleState\":null}",
        "{\"vehicleTypeId\":6}",
        "{\"vehicleTypeId\":\"6\"}",
        "{\"vehicleTypeId\":{\"key\":6,\"text\":\"Limousine\",\"new\":1.50}}",
        "{\"isNetPrice\":\"NO\"}",
        "{\"isNetPrice\":false}",
        "{\"isNetPrice\":null}",
        "{\"hsn\":\"0005\"}",
      })
  void keepsEveryFormOfAValue(String json) {
    Vehicle read = VendorJson.read(json, Vehicle.class);

    assertThat(VendorJson.write(read)).isEqualTo(json);
    assertThat(VendorJson.write(read.toBuilder().build())).isEqualTo(json);
  }

  @Test
  void readsABareValueAsItsKey() {
    Vehicle vehicle = VendorJson.read("{\"vehicleState\":\"inventory\"}", Vehicle.class);

    TranslatedVehicleState state = vehicle.vehicleState();

    assertThat(state.key()).isEqualTo(VehicleState.INVENTORY);
    assertThat(state.isBare()).isTrue();
    assertThat(VendorJson.write(state.toBuilder().key(VehicleState.SOLD).build()))
        .isEqualTo("\"sold\"");
    assertThat(VendorJson.write(state.toBuilder().text("Im Bestand").build()))
        .isEqualTo("{\"key\":\"inventory\",\"text\":\"Im Bestand\"}");
  }

  @Test
  void keepsBareValuesOfLists() {
    String json = "{\"fuelType\":[\"diesel\",{\"key\":\"gasoline\",\"text\":\"Benzin\"},\"new\"]}";

    FilterValues read = VendorJson.read(json, FilterValues.class);

    assertThat(read.fuelType())
        .extracting(TranslatedFuelType::key)
        .containsExactly(FuelType.DIESEL, FuelType.GASOLINE, FuelType.of("new"));
    assertThat(VendorJson.write(read)).isEqualTo(json);
  }

  private <T> T sample(String evidence, Class<T> model) {
    return VendorJson.read(specs.evidence(evidence), model);
  }

  private ContactPost post() {
    return sample("contactPost", ContactPost.class);
  }

  private static String decoded(String line) {
    return URLDecoder.decode(line, StandardCharsets.UTF_8);
  }

  private String documentedQuery(String operation) {
    return StreamSupport.stream(
            specs.yaml("evidence/index.yaml").get("requests").spliterator(), false)
        .filter(request -> request.path("operation").asText().equals(operation))
        .findFirst()
        .orElseThrow()
        .get("query")
        .asText();
  }

  private static String page(int offset, int limit, int total, String... ids) {
    String list =
        Arrays.stream(ids)
            .map("{\"sellingId\":\"%s\"}"::formatted)
            .collect(Collectors.joining(","));
    return "{\"total\":%d,\"limit\":%d,\"offset\":%d,\"list\":[%s]}"
        .formatted(total, limit, offset, list);
  }
}
