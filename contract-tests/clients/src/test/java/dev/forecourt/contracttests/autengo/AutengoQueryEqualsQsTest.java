package dev.forecourt.contracttests.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.VehicleQuery;
import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Column;
import dev.forecourt.autengo.model.VehicleFilter;
import dev.forecourt.contracttests.kit.Qs;
import dev.forecourt.runtime.json.FilterValue;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The query strings of the Autengo client are, byte for byte, those of npm's qs, which the vendor
 * recommends: 500 random queries, always the same ones.
 */
@Tag("node")
class AutengoQueryEqualsQsTest {
  private static final long SEED = 20261122;
  private static final int QUERIES = 500;

  private static final List<ObjectNode> OBJECTS = new ArrayList<>();
  private static List<String> sent = List.of();
  private static List<String> written = List.of();

  @BeforeAll
  static void sendAndWriteAll() {
    Random random = new Random(SEED);
    List<ListVehiclesQuery> queries = new ArrayList<>();
    for (int i = 0; i < QUERIES; i++) {
      RandomVehicleQuery both = new RandomVehicleQuery(random);
      queries.add(both.query());
      OBJECTS.add(both.object());
    }
    sent = send(queries);
    written = Qs.stringify(OBJECTS);
  }

  @Test
  void sendsWhatQsWrites() {
    assertThat(sent).hasSize(QUERIES);
    for (int i = 0; i < QUERIES; i++) {
      assertThat(sent.get(i))
          .as("query %d of seed %d, %s", i, SEED, OBJECTS.get(i))
          .isEqualTo(written.get(i));
    }
  }

  /** Equal is easily reached where nothing is asked. */
  @Test
  void asksForEverythingThatCanBeAsked() {
    String all = String.join("&", sent);

    assertThat(RandomVehicleQuery.columns().toList())
        .allSatisfy(
            column ->
                assertThat(all)
                    .contains("and%5B" + column + "%5D=", "and%5B" + column + "%5D%5B%5D=")
                    .contains("or%5B" + column + "%5D=", "or%5B" + column + "%5D%5B%5D=")
                    .contains("order%5Bfield%5D=" + column));
    assertThat(all)
        .contains("=%3C%3E%7C", "=%3C%7C", "=%3C%3D%7C", "=%3E%7C", "=%3E%3D%7C", "=%3D%7C")
        .contains("%5B%5D=&", "search=&", "%EF%BF%BD", "%F0%9F%9A%97", "%2B", "%25", "%7B", "%00");
  }

  @Test
  void leavesOutWhatQsLeavesOut() throws Exception {
    VehicleFilter filter =
        VehicleFilter.builder()
            .price(FilterValue.all())
            .makeName(null)
            .modelName(FilterValue.all(FilterValue.of("")))
            .build();
    JsonNode object = new ObjectMapper().readTree("{\"and\":{\"price\":[],\"modelName\":[\"\"]}}");

    List<String> query =
        send(
            List.of(
                ListVehiclesQuery.builder().and(filter).build(),
                VehicleQuery.builder().where(Column.of("a.b")).is(1).build()));

    assertThat(query)
        .isEqualTo(
            Qs.stringify(List.of(object, new ObjectMapper().readTree("{\"and\":{\"a.b\":1}}"))));
  }

  /** The raw query strings, as the server reads them. */
  private static List<String> send(List<ListVehiclesQuery> queries) {
    try (WireServer server = new WireServer();
        AutengoClient client = AutengoClient.builder().apiKey("k").baseUrl(server.url()).build()) {
      for (ListVehiclesQuery query : queries) {
        server.answer("{}");
        client.vehicles().listVehicles(query).firstPage();
      }
      return server.requests().stream().map(AutengoQueryEqualsQsTest::query).toList();
    }
  }

  private static String query(WireRequest request) {
    return Stream.of(request.line().split("\\?", 2)).skip(1).findFirst().orElse("");
  }
}
