package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.FuelType;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.OrderDirection;
import dev.forecourt.autengo.model.PollutionBadge;
import dev.forecourt.autengo.model.VehicleFilter;
import dev.forecourt.autengo.model.VehicleState;
import dev.forecourt.autengo.model.VehicleType;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireServer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a query looks like on the wire. Expected values named "documented" are the query strings of
 * the vendor's samples, from specs/autengo/evidence/index.yaml; that any other query equals npm's
 * qs is shown in contract-tests.
 */
class VehicleQueryTest {
  private final Specs specs = new Specs("autengo");
  private final WireServer server = new WireServer();
  private final AutengoClient client =
      AutengoClient.builder().apiKey("k").baseUrl(server.url()).build();

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
  }

  @Test
  void sendsTheDocumentedListingByteForByte() {
    ListVehiclesQuery query =
        filtered().orderBy(Column.CREATED, OrderDirection.DESC).offset(0).limit(25).build();

    assertThat(decoded(query)).isEqualTo(documented("listVehicles.js"));
    assertThat(sent(query))
        .isEqualTo(
            "search=titanium&and%5BvehicleState%5D=inventory&and%5BmakeName%5D=Ford"
                + "&and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000"
                + "&and%5Bkilometers%5D%5B%5D=%3C%3D%7C250000"
                + "&and%5BfirstRegistration%5D%5B%5D=%3E%3D%7C2017-01-01"
                + "&and%5BfirstRegistration%5D%5B%5D=%3C%7C2018-01-01"
                + "&or%5BcolorId%5D%5B%5D=3&or%5BcolorId%5D%5B%5D=4&or%5BcolorId%5D%5B%5D=5"
                + "&order%5Bfield%5D=created&order%5Bdir%5D=desc&offset=0&limit=25");
  }

  @Test
  void sendsTheDocumentedFilters() {
    assertThat(decoded(filtered().build())).isEqualTo(documented("filtered.js"));
  }

  @Test
  void sendsTheDocumentedOrder() {
    assertThat(decoded(query(q -> q.orderBy(Column.CREATED, OrderDirection.DESC))))
        .isEqualTo(documented("ordered.js"));
  }

  @Test
  void sendsTheDocumentedStretch() {
    assertThat(decoded(query(q -> q.limit(25).offset(50)))).isEqualTo(documented("paging.js"));
  }

  @Test
  void sendsTheDocumentedSearch() {
    assertThat(decoded(query(q -> q.search("xDrive")))).isEqualTo(documented("search.js"));
  }

  @Test
  void buildsTheDocumentedFilterObjects() {
    assertThat(filtered().build().or()).isEqualTo(evidence("filterOr"));
    assertThat(filtered().build().and()).isEqualTo(evidence("listVehiclesAnd"));
    assertThat(query(q -> q.where(Column.KILOMETERS).between(25000, 250000)).and())
        .isEqualTo(evidence("filterRange"));
  }

  @Test
  void sendsNothingUnlessAsked() {
    server.answer("{}");

    client.vehicles().listVehicles(VehicleQuery.builder().build()).firstPage();

    assertThat(server.request().line()).isEqualTo("GET /v3/vehicle");
    assertThat(server.request().headers("Accept-Language")).isEmpty();
  }

  @Test
  void sendsTheLanguageAsAHeader() {
    server.answer("{}");

    client.vehicles().listVehicles(query(q -> q.language(Language.EN))).firstPage();

    assertThat(server.request().header("Accept-Language")).isEqualTo("en");
    assertThat(server.request().line()).isEqualTo("GET /v3/vehicle");
  }

  @Test
  void keepsTheOrderInWhichColumnsWereNamed() {
    ListVehiclesQuery query =
        query(
            q ->
                q.where(Column.PRICE)
                    .atMost(15000)
                    .where(Column.of("wheels"))
                    .is(4)
                    .orWhere(Column.SEAT_COUNT)
                    .is(5)
                    .where(Column.CREATED)
                    .not(LocalDate.of(2026, 1, 2))
                    .orWhere(Column.DOOR_COUNT)
                    .lessThan(4)
                    .where(Column.PRICE)
                    .greaterThan(900));

    assertThat(decoded(query))
        .isEqualTo(
            "and[price][]=<=|15000&and[price][]=>|900&and[wheels]=4&and[created]=<>|2026-01-02"
                + "&or[seatCount]=5&or[doorCount]=<|4");
  }

  @Test
  void keepsEveryConditionOfAColumn() {
    ListVehiclesQuery query =
        query(
            q ->
                q.where(Column.KILOMETERS)
                    .between(1, 9)
                    .where(Column.KILOMETERS)
                    .not(5)
                    .where(Column.COLOR_ID)
                    .isOneOf(3)
                    .where(Column.COLOR_ID)
                    .not(4));

    assertThat(decoded(query))
        .isEqualTo(
            "and[kilometers][]=>=|1&and[kilometers][]=<=|9&and[kilometers][]=<>|5"
                + "&and[colorId]=<>|4&or[colorId][]=3");
  }

  static Stream<Column> columns() {
    return Stream.of(Column.Known.values())
        .filter(known -> known != Column.Known.UNKNOWN)
        .map(
            known -> {
              try {
                return (Column) Column.class.getField(known.name()).get(null);
              } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
              }
            });
  }

  @ParameterizedTest
  @MethodSource("columns")
  void comparesEveryColumnByEveryOperator(Column column) {
    ListVehiclesQuery query =
        query(
            q ->
                q.where(column)
                    .is("a|b")
                    .where(column)
                    .not("a")
                    .where(column)
                    .lessThan("a")
                    .where(column)
                    .atMost("a")
                    .where(column)
                    .greaterThan("a")
                    .where(column)
                    .atLeast("a"));

    assertThat(decoded(query))
        .isEqualTo(
            "and[X][]==|a|b&and[X][]=<>|a&and[X][]=<|a&and[X][]=<=|a&and[X][]=>|a&and[X][]=>=|a"
                .replace("X", column.value()));
  }

  @Test
  void knowsEveryColumnAndEveryOperatorOfTheContract() {
    JsonNode columns = specs.yaml("components/schemas/Column.yaml").get("enum");
    JsonNode filters = specs.yaml("components/schemas/VehicleFilter.yaml").get("properties");
    JsonNode operators =
        specs.yaml("components/schemas/FilterPrimitive.yaml").get("x-filter-operators");

    assertThat(columns().map(Column::value)).containsExactlyElementsOf(texts(columns));
    assertThat(filters.fieldNames()).toIterable().containsExactlyElementsOf(texts(columns));
    assertThat(Arrays.stream(Operator.values()).map(Operator::sign))
        .containsExactlyElementsOf(texts(operators));
  }

  @Test
  void writesEachKindOfValue() {
    LocalDateTime time = LocalDateTime.of(2018, 8, 7, 15, 47, 0, 999_999_999);
    ListVehiclesQuery query =
        query(
            q ->
                q.orWhere(Column.PRICE)
                    .isOneOf(
                        1,
                        2L,
                        2.50,
                        1e7,
                        -0.0,
                        0.1f,
                        new BigDecimal("1.50"),
                        new BigDecimal("1E+3"),
                        new BigInteger("9".repeat(20)),
                        (short) 7)
                    .orWhere(Column.FUEL_TYPE)
                    .isOneOf(FuelType.DIESEL, FuelType.of("steam"))
                    .orWhere(Column.VEHICLE_TYPE_ID)
                    .is(VehicleType.SEDAN)
                    .orWhere(Column.POLLUTION_BADGE)
                    .not(PollutionBadge.GREEN)
                    .orWhere(Column.IS_DAMAGED)
                    .is(false)
                    .orWhere(Column.IS_DRIVABLE)
                    .not(true)
                    .orWhere(Column.UPDATED)
                    .atLeast(time)
                    .orWhere(Column.CREATED)
                    .isOneOf(LocalDate.of(2026, 1, 2))
                    .orWhere(Column.MODEL_NAME)
                    .is("")
                    .orWhere(Column.MAKE_NAME)
                    .isOneOf("Škoda", ">=|5"));

    assertThat(decoded(query))
        .isEqualTo(
            "or[price][]=1&or[price][]=2&or[price][]=2.5&or[price][]=10000000&or[price][]=0"
                + "&or[price][]=0.1&or[price][]=1.50&or[price][]=1000"
                + "&or[price][]=99999999999999999999&or[price][]=7"
                + "&or[fuelType][]=diesel&or[fuelType][]=steam&or[vehicleTypeId]=6"
                + "&or[pollutionBadge]=<>|4&or[isDamaged]=false&or[isDrivable]=<>|true"
                + "&or[updated]=>=|2018-08-07 15:47:00&or[created][]=2026-01-02"
                + "&or[modelName]=&or[makeName][]=Škoda&or[makeName][]==|>=|5");
  }

  @Test
  void takesACollectionOfValues() {
    ListVehiclesQuery query =
        query(
            q -> q.where(Column.VEHICLE_STATE).isOneOf(List.of(VehicleState.SOLD, "new", 1, true)));

    assertThat(decoded(query))
        .isEqualTo(
            "or[vehicleState][]=sold&or[vehicleState][]=new&or[vehicleState][]=1&or[vehicleState][]=true");
  }

  @Test
  void acceptsARangeOfOneValue() {
    LocalDate day = LocalDate.of(2017, 1, 1);

    assertThat(decoded(query(q -> q.where(Column.CREATED).between(day, day))))
        .isEqualTo("and[created][]=>=|2017-01-01&and[created][]=<=|2017-01-01");
  }

  @Test
  void refusesARangeTheWrongWayRound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleQuery.builder().where(Column.KILOMETERS).between(250000, 25000.5))
        .withMessage(
            "VehicleQuery: between on 'kilometers' has its ends the wrong way round: 250000 is"
                + " above 25000.5. Give the lower one first.");
    LocalDateTime noon = LocalDateTime.of(2026, 1, 2, 12, 0);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> VehicleQuery.builder().where(Column.CREATED).between(noon, noon.minusDays(1)))
        .withMessageContaining("2026-01-02 12:00:00 is above 2026-01-01 12:00:00");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                VehicleQuery.builder()
                    .where(Column.CREATED)
                    .between(LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 1)))
        .withMessageContaining("2026-01-02 is above 2026-01-01");
  }

  @Test
  void refusesAnEmptyList() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleQuery.builder().where(Column.COLOR_ID).isOneOf(List.of()))
        .withMessage(
            "VehicleQuery: isOneOf on 'colorId' has no values, and Autengo would not see it. Give"
                + " at least one, or leave it out.");
  }

  @Test
  void refusesWhatAFilterCannotSay() {
    VehicleCondition condition = VehicleQuery.builder().where(Column.CREATED);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition.isOneOf(List.of(OffsetDateTime.MIN)))
        .withMessage(
            "VehicleQuery: 'created': A filter cannot compare with a java.time.OffsetDateTime."
                + " Expected text, a number, a boolean, a LocalDate, a LocalDateTime or a value of"
                + " an enumeration.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition.is((String) null))
        .withMessageStartingWith("VehicleQuery: 'created': A filter cannot compare with null.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> condition.atMost(Double.NaN))
        .withMessage(
            "VehicleQuery: 'created': A filter cannot compare with NaN. Expected a finite number.");
  }

  @Test
  void refusesASecondGroupOfAlternatives() {
    VehicleQuery.Builder listed = VehicleQuery.builder().where(Column.COLOR_ID).isOneOf(3, 4);

    assertThatIllegalStateException()
        .isThrownBy(() -> listed.where(Column.FUEL_TYPE).isOneOf("diesel", "gasoline"))
        .withMessage(
            "VehicleQuery: Autengo has one group of alternatives, and isOneOf or orWhere of"
                + " 'colorId' is in it; 'fuelType' beside that would mean one or the other. Keep"
                + " one isOneOf, or begin all with orWhere if that is meant.");
  }

  @Test
  void refusesToMixAListWithOtherAlternatives() {
    VehicleQuery.Builder listed = VehicleQuery.builder().where(Column.COLOR_ID).isOneOf(3, 4);
    VehicleQuery.Builder open = VehicleQuery.builder().orWhere(Column.COLOR_ID).is(3);

    assertThatIllegalStateException()
        .isThrownBy(() -> listed.orWhere(Column.COLOR_ID).is(5))
        .withMessageContaining("one group of alternatives");
    assertThatIllegalStateException()
        .isThrownBy(() -> open.where(Column.COLOR_ID).isOneOf(5))
        .withMessageContaining("one group of alternatives");
  }

  @Test
  void refusesAColumnThatIsNotCompared() {
    VehicleQuery.Builder builder = VehicleQuery.builder();
    builder.where(Column.PRICE);

    assertThatIllegalStateException()
        .isThrownBy(builder::build)
        .withMessage(
            "VehicleQuery: 'price' is compared with nothing. Add a comparison, such as is(...), or"
                + " remove the column.");
    assertThatIllegalStateException().isThrownBy(() -> builder.orWhere(Column.CREATED));
  }

  @Test
  void refusesASecondOrder() {
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                query(
                    q ->
                        q.orderBy(Column.PRICE, OrderDirection.ASC)
                            .orderBy(Column.CREATED, OrderDirection.DESC)))
        .withMessage(
            "VehicleQuery: already ordered by 'price', and Autengo orders by one column. Remove"
                + " orderBy of 'created'.");
  }

  @Test
  void refusesWhatIsBelowTheContractsMinimum() {
    int limit = minimum("limit");
    int offset = minimum("offset");

    assertThat(query(q -> q.limit(limit).offset(offset)).limit()).isEqualTo(limit);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleQuery.builder().limit(limit - 1))
        .withMessage(
            "VehicleQuery: limit must be 1 or more, and is 0. Leave it out for the vendor's"
                + " default.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleQuery.builder().offset(offset - 1))
        .withMessageStartingWith("VehicleQuery: offset must be 0 or more, and is -1.");
  }

  @Test
  void refusesAColumnWithoutAName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VehicleQuery.builder().where(Column.of(" ")))
        .withMessage(
            "VehicleQuery: a column has no name. Use a constant of Column, or Column.of(\"x\").");
  }

  @Test
  void keepsWhatWasBuiltWhenTheBuilderGoesOn() {
    VehicleQuery.Builder builder = VehicleQuery.builder().where(Column.PRICE).atMost(1);
    ListVehiclesQuery first = builder.build();

    builder.where(Column.PRICE).atLeast(0);

    assertThat(decoded(first)).isEqualTo("and[price]=<=|1");
  }

  @Test
  @Tag("documents")
  void guideShowsWhatIsSent() throws Exception {
    server.answer("{\"data\":{\"list\":[]}}");

    ListVehiclesQuery query =
        VehicleQuery.builder()
            .where(Column.KILOMETERS)
            .between(25000, 250000)
            .where(Column.FIRST_REGISTRATION)
            .atLeast(LocalDate.of(2017, 1, 1))
            .where(Column.MAKE_NAME)
            .not("Citroën & Co")
            .where(Column.COLOR_ID)
            .isOneOf(3, 4, 5)
            .orderBy(Column.CREATED, OrderDirection.DESC)
            .limit(25)
            .build();

    client.vehicles().listVehicles(query).stream()
        .forEach(vehicle -> System.out.println(vehicle.makeName()));

    Path guide = Path.of(System.getProperty("forecourt.specs"), "docs/guide/autengo-queries.md");
    assertThat(Files.readString(guide)).contains(server.request().line());
  }

  /** The query of samples/filtered.js. */
  private static VehicleQuery.Builder filtered() {
    return VehicleQuery.builder()
        .search("titanium")
        .where(Column.VEHICLE_STATE)
        .is(VehicleState.INVENTORY)
        .where(Column.MAKE_NAME)
        .is("Ford")
        .where(Column.KILOMETERS)
        .between(25000, 250000)
        .where(Column.FIRST_REGISTRATION)
        .atLeast(LocalDate.of(2017, 1, 1))
        .where(Column.FIRST_REGISTRATION)
        .lessThan(LocalDate.of(2018, 1, 1))
        .where(Column.COLOR_ID)
        .isOneOf(3, 4, 5);
  }

  private static ListVehiclesQuery query(
      Function<VehicleQuery.Builder, VehicleQuery.Builder> conditions) {
    return conditions.apply(VehicleQuery.builder()).build();
  }

  /** The raw query string. */
  private String sent(ListVehiclesQuery query) {
    server.answer("{}");
    client.vehicles().listVehicles(query).firstPage();
    return server.requests().get(server.requests().size() - 1).line().replaceFirst("[^?]*\\?", "");
  }

  private String decoded(ListVehiclesQuery query) {
    return URLDecoder.decode(sent(query), StandardCharsets.UTF_8);
  }

  private String documented(String sample) {
    return StreamSupport.stream(
            specs.yaml("evidence/index.yaml").get("requests").spliterator(), false)
        .filter(request -> request.get("sample").asText().equals("samples/" + sample))
        .findFirst()
        .orElseThrow()
        .get("query")
        .asText();
  }

  private VehicleFilter evidence(String name) {
    return VendorJson.read(specs.evidence(name), VehicleFilter.class);
  }

  private int minimum(String parameter) {
    return specs.yaml("components/parameters/" + parameter + ".yaml").at("/schema/minimum").asInt();
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
