package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The state of each vendor, exported from one stub and imported into another one. */
final class StateRoundTripTest {

  private static final int REQUESTS = 60;
  // Claire's start data lie around today
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T13:05:09Z"), ZoneOffset.UTC);

  // these have Claire call URLs that are nobody's, again and again; its own tests have a receiver
  private static final Set<String> CALLING = Set.of("testWebhook", "importAppointments");

  @ParameterizedTest
  @MethodSource("vendorsAndSeeds")
  void makesAnotherStubTheSame(Vendor vendor, long seed) throws Exception {
    Calls calls = new Calls(vendor);
    List<DocumentedRequest> requests =
        calls.documented().stream().filter(each -> !CALLING.contains(each.operationId())).toList();
    Random random = new Random(seed);
    try (MockServer one = start(vendor);
        MockServer other = start(vendor)) {
      String before = Calls.state(one.baseUri());
      for (int i = 0; i < REQUESTS; i++) {
        calls.send(one.baseUri(), requests.get(random.nextInt(requests.size())));
      }
      String exported = Calls.state(one.baseUri());
      assertThat(exported).isNotEqualTo(before);

      HttpResponse<String> imported = Calls.control(other.baseUri(), "PUT", "state", exported);

      assertThat(imported.statusCode()).as(imported.body()).isEqualTo(204);
      assertThat(Calls.state(other.baseUri())).isEqualTo(exported);
      for (DocumentedRequest each : requests) {
        if (each.method().equals("GET") && !each.operationId().equals("refreshToken")) {
          assertThat(calls.send(other.baseUri(), each).body())
              .as(each.toString())
              .isEqualTo(calls.send(one.baseUri(), each).body());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void refusesWhatIsNoStateAndChangesNothing(Vendor vendor) throws Exception {
    try (MockServer server = start(vendor)) {
      String before = Calls.state(server.baseUri());

      HttpResponse<String> refused =
          Calls.control(server.baseUri(), "PUT", "state", "{\"last_id\":[]}");

      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body())
          .startsWith(
              "{\"message\":\"State not taken, nothing has changed: table 'last_id' is not known;");
      assertThat(Calls.state(server.baseUri())).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void givesTablesThatAreNotGivenTheirSeed(Vendor vendor) throws Exception {
    try (MockServer server = start(vendor)) {
      String before = Calls.state(server.baseUri());
      Calls calls = new Calls(vendor);
      for (DocumentedRequest each : calls.documented()) {
        calls.send(server.baseUri(), each);
      }

      assertThat(Calls.control(server.baseUri(), "PUT", "state", "{}").statusCode()).isEqualTo(204);

      assertThat(Calls.state(server.baseUri())).isEqualTo(before);
    }
  }

  private static MockServer start(Vendor vendor) {
    return MockServer.builder(vendor).clock(CLOCK).start();
  }

  static List<Vendor> vendors() {
    return Vendors.all();
  }

  static Stream<Object[]> vendorsAndSeeds() {
    return Vendors.all().stream()
        .flatMap(vendor -> LongStream.range(0, 3).mapToObj(seed -> new Object[] {vendor, seed}));
  }
}
