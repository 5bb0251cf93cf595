package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.RequestEvent;
import dev.forecourt.runtime.observe.RequestListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * An application that starts with the README's application.yaml, calls every vendor, and stops.
 * Only the base URLs are those of the test.
 */
class StarterBootTest {
  private final Map<String, WireServer> servers = new LinkedHashMap<>();
  private ConfigurableApplicationContext application;

  @BeforeEach
  void start() {
    List<String> arguments =
        new ArrayList<>(List.of("--spring.config.location=classpath:readme/application.yaml"));
    for (VendorCase<?> vendor : VendorCase.all().toList()) {
      WireServer server = new WireServer();
      servers.put(vendor.id(), server);
      arguments.add("--forecourt." + vendor.id() + ".base-url=" + server.url());
    }
    application = DealerApplication.start(arguments, KeepsEvents.class);
  }

  @AfterEach
  void stop() {
    application.close();
    servers.values().forEach(WireServer::close);
  }

  @Test
  void callsEveryVendorWithItsCredentialsAndClosesTheClients() {
    servers.get("autengo").answer("{\"token\":\"fetched-token\"}").answer("{}");
    servers
        .get("autochat")
        .answer(
            "{\"access_token\":\"fetched-token\",\"expires_in\":86400,\"token_type\":\"Bearer\"}")
        .answer("[]");
    servers.get("claire").answer("[]");
    servers.get("fidcar").answer("{\"title\":\"Garage du Nord\"}");
    servers.get("fidelisa").answer("{}");
    AutengoClient autengo = application.getBean(AutengoClient.class);
    AutochatClient autochat = application.getBean(AutochatClient.class);
    ClaireClient claire = application.getBean(ClaireClient.class);
    FidcarClient fidcar = application.getBean(FidcarClient.class);
    FidelisaClient fidelisa = application.getBean(FidelisaClient.class);

    autengo.vehicles().getVehicle("AIQWXW");
    autochat.options().listOptions();
    claire.locations().listLocations();
    assertThat(fidcar.dealerships().getDealership(1325).title()).isEqualTo("Garage du Nord");
    fidelisa.customers().getCustomer("FD39A1AA");

    WireRequest token = servers.get("autengo").requests().get(0);
    assertThat(token.line()).isEqualTo("POST /v3/auth/token");
    assertThat(token.body()).isEqualTo("{\"dealerAlzuraId\":37,\"userAlzuraId\":42}");
    WireRequest vehicle = servers.get("autengo").requests().get(1);
    assertThat(vehicle.line()).isEqualTo("GET /v3/vehicle/AIQWXW");
    assertThat(vehicle.header("X-Api-Key")).isEqualTo("autengo-test-key");
    assertThat(vehicle.header("X-Authorization")).isEqualTo("Bearer fetched-token");
    assertThat(vehicle.header("Accept-Language")).isEqualTo("en");

    WireRequest credentials = servers.get("autochat").requests().get(0);
    assertThat(credentials.line()).isEqualTo("POST /oauth/token");
    assertThat(credentials.body())
        .contains("\"client_id\":\"autochat-test-client\"")
        .contains("\"client_secret\":\"autochat-test-secret\"")
        .contains("\"audience\":\"http://api.autochat.com/\"");
    assertThat(servers.get("autochat").requests().get(1).header("Authorization"))
        .isEqualTo("Bearer fetched-token");

    assertThat(servers.get("claire").request().line()).isEqualTo("GET /v1/locations");
    assertThat(servers.get("claire").request().header("Authorization"))
        .isEqualTo("claire-test-key");
    assertThat(servers.get("fidcar").request().line()).isEqualTo("GET /api/local/1325");
    assertThat(servers.get("fidcar").request().header("Authorization"))
        .isEqualTo("fidcar-test-key");
    assertThat(servers.get("fidelisa").request().header("FIDELISA_PROVIDER"))
        .isEqualTo("FORECOURT");
    assertThat(servers.get("fidelisa").request().header("FIDELISA_PROVIDER_KEY")).isNotEmpty();
    assertThat(servers.get("fidelisa").request().header("FIDELISA_APIUSER"))
        .isEqualTo("619E8B5AAD5E48138881C5E7774C86B2");

    assertThat(application.getBean(KeepsEvents.class).vendors)
        .containsExactly(
            "autengo", "autengo", "autochat", "autochat", "claire", "fidcar", "fidelisa");

    application.close();

    assertThatClosed(() -> autengo.vehicles().getVehicle("AIQWXW"));
    assertThatClosed(() -> autochat.options().listOptions());
    assertThatClosed(() -> claire.locations().listLocations());
    assertThatClosed(() -> fidcar.dealerships().getDealership(1325));
    assertThatClosed(() -> fidelisa.customers().getCustomer("FD39A1AA"));
  }

  private static void assertThatClosed(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageEndingWith(": the client is closed. Build a new one.");
  }

  /** A listener of the application's own. */
  static class KeepsEvents {
    private final List<String> vendors = new CopyOnWriteArrayList<>();

    @Bean
    RequestListener keepsVendor() {
      return (RequestEvent event) -> vendors.add(event.vendor());
    }
  }
}
