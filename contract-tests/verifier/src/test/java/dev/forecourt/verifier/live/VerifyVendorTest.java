package dev.forecourt.verifier.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.mock.MockServer;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.PactFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor is played by our stub; what it says differently from its documentation is found. */
class VerifyVendorTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

  private static final VendorContracts CONTRACTS = VendorContracts.in(Checkout.file("specs"));

  @TempDir Path folder;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @ParameterizedTest
  @MethodSource("vendors")
  void findsNothingWhereTheVendorIsAsDocumented(String vendor) throws IOException {
    try (MockServer stub = MockServer.builder(vendor).start()) {
      assertThat(verify(vendor, stub.baseUri())).as(text()).isTrue();
    }

    assertThat(text())
        .doesNotContain("DRIFT")
        .containsPattern("==> [1-9]\\d* as documented, 0 not");
    assertThat(folder.resolve(vendor + ".json"))
        .content()
        .contains("\"at\" : \"2026-11-22T12:00:00Z\"")
        .contains("PASSED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "title":            | "titel":            | $.titel: undocumented member `titel` of the answer
          "title":            | "titel":            | body: $ is not as the pact expects
          "reviews":231       | "reviews":"many"    | $.reviews: `reviews` of the answer: string found, integer expected
          "country":"FR"      | "country":7         | $.country: `country` of the answer: integer found, string expected
          """)
  void findsPlantedDrift(String documented, String real, String found) throws IOException {
    assertThat(verifyChanged(body -> body.replace(documented.strip(), real.strip())))
        .as(text())
        .isFalse();

    assertThat(text()).contains("DRIFT      getDealership: ").contains(found);
    assertThat(folder.resolve("fidcar.json")).content().contains("FAILED");
  }

  @Test
  void findsAnUnknownValueOfAnEnumeration() throws IOException {
    assertThat(verifyChanged(body -> body.replaceAll("\"status\":\"\\w+\"", "\"status\":\"lost\"")))
        .as(text())
        .isFalse();

    assertThat(text()).contains("undocumented value `lost` of `status` in the answer");
  }

  @Test
  void findsAStatusThatIsNotDocumented() throws IOException {
    try (MockServer stub = MockServer.builder("fidcar").start();
        ChangingProxy vendor =
            ChangingProxy.ofStatuses(stub.baseUri(), status -> status == 200 ? 206 : status)) {
      assertThat(verify("fidcar", vendor.uri())).isFalse();
    }

    assertThat(text()).contains("undocumented status 206");
  }

  @Test
  void sendsNothingThatWritesWithoutTheFlag() throws IOException {
    List<String> sent = sent(false, Map.of());

    assertThat(sent).hasSizeGreaterThan(5).allMatch(request -> request.startsWith("GET /api/"));
  }

  @Test
  void asksWhatTheContractShowsOncePerOptionalParameter() throws IOException {
    sent(false, Map.of());

    assertThat(text())
        .contains("right      listReviews: required parameters only")
        .contains("right      listReviews: with limit")
        .contains("right      getReview: required parameters only");
  }

  @Test
  void asksWithoutAPactToo() throws IOException {
    try (MockServer stub = MockServer.builder("fidcar").start()) {
      assertThat(run(stub, null, 1000)).as(text()).isTrue();
    }

    assertThat(text()).contains("listReviews: with page").doesNotContain("listReviews: all");
  }

  @Test
  void stopsAtTheLimitAndSaysSo() throws IOException {
    try (MockServer stub = MockServer.builder("fidcar").start()) {
      assertThat(run(stub, null, 3)).as(text()).isTrue();
    }

    assertThat(text())
        .contains("3 request(s)")
        .containsPattern("notice     \\d+ more were not sent. --limit takes a higher number")
        .contains("==> 3 as documented");
  }

  @Test
  void writesOnceItIsTold() throws IOException {
    assertThat(sent(true, Map.of())).anyMatch(request -> request.startsWith("POST /api/"));
  }

  @Test
  void asksForTheIdsOfThisAccount() throws IOException {
    assertThat(sent(false, Map.of("1325", "999999")))
        .contains("GET /api/local/999999")
        .doesNotContain("GET /api/local/1325");

    assertThat(text())
        .contains("not asked  getDealership: ")
        .contains("Name one of yours: --value OURS=YOURS");
  }

  @Test
  void saysWhichCredentialsWereRefusedAndKeepsThem() throws IOException {
    Credentials wrong =
        Credentials.ofEnvironment("fidcar", Map.of("FORECOURT_FIDCAR_API_KEY", "s3cret"));
    try (MockServer stub = MockServer.builder("fidcar").start()) {
      assertThat(verify("fidcar", stub.baseUri(), wrong)).isFalse();
    }

    assertThat(text())
        .contains(
            "status 401: the vendor does not take the credentials of FORECOURT_FIDCAR_API_KEY")
        .doesNotContain("s3cret");
    assertThat(Files.readString(folder.resolve("fidcar.json"))).doesNotContain("s3cret");
    assertThat(wrong.toString()).doesNotContain("s3cret");
  }

  @Test
  void namesTheVariablesThatAreMissing() {
    assertThatThrownBy(
            () ->
                Credentials.ofEnvironment("fidelisa", Map.of("FORECOURT_FIDELISA_SHOP_CODE", "x")))
        .hasMessage(
            "No credentials for fidelisa. Set FORECOURT_FIDELISA_PROVIDER_CODE,"
                + " FORECOURT_FIDELISA_PROVIDER_KEY, FORECOURT_FIDELISA_SHOP_KEY.");
  }

  @Test
  void goesToTheHostOfTheContractUnlessToldOtherwise() throws IOException {
    JsonNode contract = CONTRACTS.of("claire");

    assertThat(options("claire", null, false, Map.of()).hostOr(contract))
        .isEqualTo(URI.create("https://public-api.claireit.com"));
    URI test = URI.create("http://test");
    assertThat(options("claire", test, false, Map.of()).hostOr(contract)).isEqualTo(test);
  }

  static Stream<String> vendors() throws IOException {
    return CONTRACTS.vendors().stream()
        .filter(vendor -> Files.exists(Checkout.committedPact(vendor)));
  }

  private List<String> sent(boolean writes, Map<String, String> values) throws IOException {
    try (MockServer stub = MockServer.builder("fidcar").start();
        ChangingProxy vendor = ChangingProxy.ofBodies(stub.baseUri(), body -> body)) {
      verify("fidcar", vendor.uri(), Credentials.ofStub("fidcar"), writes, values);
      return vendor.requests();
    }
  }

  private boolean verifyChanged(UnaryOperator<String> change) throws IOException {
    try (MockServer stub = MockServer.builder("fidcar").start();
        ChangingProxy vendor = ChangingProxy.ofBodies(stub.baseUri(), change)) {
      return verify("fidcar", vendor.uri());
    }
  }

  private boolean verify(String vendor, URI host) throws IOException {
    return verify(vendor, host, Credentials.ofStub(vendor));
  }

  private boolean verify(String vendor, URI host, Credentials credentials) throws IOException {
    return verify(vendor, host, credentials, false, Map.of());
  }

  private boolean verify(
      String vendor, URI host, Credentials credentials, boolean writes, Map<String, String> values)
      throws IOException {
    return VerifyVendor.run(
        options(vendor, host, writes, values),
        CONTRACTS.of(vendor),
        PactFile.read(Checkout.committedPact(vendor)),
        credentials,
        folder,
        NOON,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private boolean run(MockServer stub, @Nullable PactFile pact, int limit) throws IOException {
    return VerifyVendor.run(
        new VerifyVendorOptions("fidcar", stub.baseUri(), false, Map.of(), Duration.ZERO, limit),
        CONTRACTS.of("fidcar"),
        pact,
        Credentials.ofStub("fidcar"),
        folder,
        NOON,
        new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static VerifyVendorOptions options(
      String vendor, @Nullable URI host, boolean writes, Map<String, String> values) {
    return new VerifyVendorOptions(vendor, host, writes, values, Duration.ZERO, 1000);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
