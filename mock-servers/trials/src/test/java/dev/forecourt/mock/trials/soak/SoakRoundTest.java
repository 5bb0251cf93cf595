package dev.forecourt.mock.trials.soak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.trials.TrialCredentials;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The soak in small, and what it says when something is lost. */
final class SoakRoundTest {

  private static final int WORKS = 60;
  private static final Map<String, MockServer> SERVERS = new HashMap<>();
  private static final Map<String, URI> HOSTS = new HashMap<>();
  private static final Map<String, TrialCredentials> CREDENTIALS = new HashMap<>();

  private final Tally tally = new Tally();
  private final SoakClient client = new SoakClient(HOSTS, CREDENTIALS, tally);
  private final Random random = new Random(1);

  @BeforeAll
  static void start() {
    for (Vendor each : Vendors.all()) {
      MockServer server = MockServer.builder(each.id()).start();
      SERVERS.put(each.id(), server);
      HOSTS.put(each.id(), server.baseUri());
      CREDENTIALS.put(each.id(), TrialCredentials.of(each));
    }
  }

  @AfterAll
  static void stop() {
    SERVERS.values().forEach(MockServer::close);
  }

  @Test
  void losesNothingToManyCallers() {
    Path specs = Path.of(System.getProperty("forecourt.specs"));
    RandomTraffic traffic = new RandomTraffic(List.copyOf(HOSTS.keySet()), specs, client, tally);

    new SoakRound(client, traffic, tally).run(8, 2, 20261122, gone -> {});

    assertThat(tally.failures()).isEmpty();
    assertThat(tally.requests()).isGreaterThan(100);
    assertThat(tally.table()).contains("fidcar", "autengo", "fidelisa");
  }

  @Test
  void noticesPointsThatNobodyBooked() {
    Ledger ledger = new CardLedger(client);
    work(ledger);
    assertThat(ledger.differences()).isEmpty();

    JsonNode customers = client.get("fidelisa", "/api/customers").json().path("customers");
    String last = customers.path(customers.size() - 1).path("uuid").asText();
    Map<String, Object> correction = Map.of("points", 1, "customer_id", last);
    client.json("fidelisa", "POST", "/api/corrections", Map.of("correction", correction));

    assertThat(ledger.differences()).singleElement().asString().contains("points but");
  }

  @Test
  void noticesALostContact() {
    Ledger ledger = new ContactLedger(client);
    work(ledger);
    assertThat(ledger.differences()).isEmpty();

    SERVERS.get("autengo").reset();

    assertThat(ledger.differences())
        .anyMatch(each -> each.contains("was acknowledged but is not there"))
        .anyMatch(each -> each.contains("was acknowledged last"));
  }

  @Test
  void noticesAListThatLacksWhatWasCreated() {
    Ledger ledger = new ReviewLedger(client);
    work(ledger);
    assertThat(ledger.differences()).isEmpty();

    SERVERS.get("fidcar").reset();

    assertThat(ledger.differences())
        .anyMatch(each -> each.contains("is listed 0 times"))
        .anyMatch(each -> each.contains("none of the acknowledged answers"));
  }

  @Test
  void countsACallWithoutAnswerAsFailure() {
    Map<String, URI> nowhere = Map.of("fidcar", URI.create("http://127.0.0.1:1"));

    new SoakClient(nowhere, CREDENTIALS, tally).get("fidcar", "/api/local");

    assertThat(tally.failures()).singleElement().asString().contains("no answer");
  }

  private void work(Ledger ledger) {
    for (int i = 0; i < WORKS; i++) {
      ledger.work(random);
    }
  }
}
