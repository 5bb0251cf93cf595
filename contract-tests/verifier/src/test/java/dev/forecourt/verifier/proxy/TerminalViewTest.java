package dev.forecourt.verifier.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.traffic.LiveTraffic;
import dev.forecourt.verifier.traffic.WireExchange;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FIDCAR's stub plays the vendor; what passes is changed on the way. */
class TerminalViewTest {
  private static final String KEY = "fidcar-test-key";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final MockServer vendor = MockServer.builder("fidcar").start();
  private final LiveTraffic traffic =
      LiveTraffic.of("fidcar", VendorContracts.in(Checkout.file("specs")).of("fidcar"));
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final TerminalView view =
      new TerminalView(traffic, new PrintStream(printed, true, UTF_8), false);

  @AfterEach
  void stop() {
    vendor.close();
  }

  @Test
  void saysNothingButTheOperationOfADocumentedExchange() throws Exception {
    view.accept(exchange("/api/local?page=1", UnaryOperator.identity()));
    view.accept(exchange("/api/local/1325", UnaryOperator.identity()));

    assertThat(text())
        .isEqualTo("    200  GET    listDealerships\n    200  GET    getDealership\n");
    assertThat(traffic.results().good()).isTrue();
  }

  @Test
  void saysADifferenceOnceAndCountsItInTheSum() throws Exception {
    UnaryOperator<String> change = body -> body.replace("\"title\":", "\"titel\":");

    view.accept(exchange("/api/local/1325", change));
    String first = text();
    view.accept(exchange("/api/local/1325", change));

    assertThat(first)
        .contains("DRIFT  undocumented member `titel` of the answer")
        .contains("contract: #/components/schemas/Dealership/properties/titel");
    assertThat(text()).isEqualTo(first + "    200  GET    getDealership\n");
    assertThat(traffic.results().cases().stream().map(Case::notes).flatMap(List::stream))
        .extracting(Note::message)
        .anyMatch(each -> each.contains("`titel`") && each.contains("2 times"));
  }

  @Test
  void namesARequestThatTheContractDoesNotHave() throws Exception {
    view.accept(
        new WireExchange(
            "GET",
            "https://www.fidcar.com/api/stock",
            Map.of(),
            new byte[0],
            200,
            Map.of(),
            new byte[0],
            Set.of()));

    assertThat(text())
        .contains("200  GET    not in the contract")
        .contains("DRIFT  the contract has no operation for GET /api/stock");
  }

  @Test
  void showsNoKeyAndNoValueAndRecordsNone() throws Exception {
    StringWriter recording = new StringWriter();
    traffic.recordTo(recording);

    view.accept(
        exchange(
            "/api/local/1325/contact?page=1", body -> body.replace("\"email\":\"", "\"mail\":\"")));

    assertThat(text()).contains("`mail`").doesNotContain(KEY).doesNotContainPattern("[b-z0-9]@");
    assertThat(recording.toString())
        .contains("\"method\":\"GET\"", "/api/local/1325/contact")
        .doesNotContain(KEY)
        .doesNotContainPattern("[a-z]+@(gmail|free|orange|example)");
  }

  @Test
  void goesOnWhenAnExchangeCannotBeChecked() {
    view.accept(
        new WireExchange(
            "GET",
            "https://www.fidcar.com/api/local",
            Map.of(),
            new byte[0],
            0,
            Map.of(),
            new byte[0],
            Set.of()));

    assertThat(text()).isEqualTo("    ---  GET  no answer\n");
  }

  private WireExchange exchange(String target, UnaryOperator<String> change) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(vendor.baseUri().resolve(target))
            .header("Authorization", KEY)
            .build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    URI documented = URI.create("https://www.fidcar.com" + target);
    return new WireExchange(
        "GET",
        documented.toString(),
        request.headers().map(),
        new byte[0],
        response.statusCode(),
        response.headers().map(),
        change.apply(response.body()).getBytes(UTF_8),
        Set.of());
  }

  private String text() {
    return printed.toString(UTF_8);
  }
}
