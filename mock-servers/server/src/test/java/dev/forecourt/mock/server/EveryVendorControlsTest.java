package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The controls that all stubs have, with each vendor. */
final class EveryVendorControlsTest {

  private static final Map<String, ServedVendor> VENDORS = new LinkedHashMap<>();
  private static final Pattern ANY_ROUTE = Pattern.compile("\"([A-Z]+) /(__mock[^\"]*)\"");
  private static final Pattern ROUTE = Pattern.compile("\"(GET) /(__mock[^\"]*)\"");

  @AfterAll
  static void stop() {
    VENDORS.values().forEach(ServedVendor::stop);
    VENDORS.clear();
  }

  static Stream<ServedVendor> vendors() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new ServedVendor(vendor)))
        .peek(vendor -> vendor.server().reset());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void listsItsControls(ServedVendor vendor) throws Exception {
    HttpResponse<String> index = vendor.send("GET", "/__mock");

    assertThat(index.statusCode()).isEqualTo(200);
    assertThat(index.body())
        .contains("\"POST /__mock/faults\":\"", "\"POST /__mock/clock\":\"")
        .contains("\"POST /__mock/rate-limit\":\"", "\"DELETE /__mock/session\":\"");
    for (String path : ROUTE.matcher(index.body()).results().map(each -> each.group(2)).toList()) {
      HttpResponse<String> answer = vendor.send("GET", "/" + path);
      assertThat(answer.statusCode()).as(path).isEqualTo(200);
      assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).as(path).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void letsNoPageUseItsControls(ServedVendor vendor) throws Exception {
    String index = vendor.send("GET", "/__mock").body();

    for (MatchResult route : ANY_ROUTE.matcher(index).results().toList()) {
      String path = "/" + route.group(2);
      HttpResponse<String> asked =
          vendor.send(route.group(1), path, "Origin", "https://evil.example");
      HttpResponse<String> preflight =
          vendor.send("OPTIONS", path, "Access-Control-Request-Method", route.group(1));

      assertThat(asked.statusCode()).as("%s %s", route.group(1), path).isEqualTo(403);
      assertThat(preflight.headers().firstValue("Access-Control-Allow-Methods")).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void limitsTheRequestsOfACredential(ServedVendor vendor) throws Exception {
    assertThat(vendor.control("POST", "rate-limit", "{\"limit\":1,\"seconds\":90}").body())
        .isEqualTo("{\"limit\":1,\"seconds\":90}");

    HttpResponse<String> wrong = vendor.sendNext(keyed(vendor), Map.of());
    HttpResponse<String> first = vendor.sendNext(keyed(vendor), vendor.credentials());
    HttpResponse<String> second = vendor.sendNext(keyed(vendor), vendor.credentials());

    assertThat(wrong.statusCode()).isEqualTo(vendor.unauthorized());
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(429);
    assertThat(second.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(80L, 90L);
    assertThat(second.body()).contains("This credential has used up its limit (1 in 90 seconds).");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void limitsNothingAnyMoreWhenToldSo(ServedVendor vendor) throws Exception {
    vendor.control("POST", "rate-limit", "{\"limit\":0}");
    vendor.control("POST", "rate-limit", "{\"limit\":null}");

    HttpResponse<String> answer = vendor.sendNext(keyed(vendor), vendor.credentials());

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void beginsANewWindowWhenTheClockIsMoved(ServedVendor vendor) throws Exception {
    vendor.control("POST", "rate-limit", "{\"limit\":1,\"seconds\":600}");
    vendor.sendNext(keyed(vendor), vendor.credentials());

    HttpResponse<String> before = vendor.sendNext(keyed(vendor), vendor.credentials());
    vendor.control("POST", "clock", "{\"advance\":\"PT10M\"}");
    HttpResponse<String> after = vendor.sendNext(keyed(vendor), vendor.credentials());

    assertThat(before.statusCode()).isEqualTo(429);
    assertThat(after.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void movesTheClockAndBack(ServedVendor vendor) throws Exception {
    String moved = vendor.control("POST", "clock", "{\"now\":\"2031-05-06T07:08:09Z\"}").body();
    vendor.sendNext(keyed(vendor), vendor.credentials());
    RecordedRequest then = vendor.server().requests().get(0);
    String back = vendor.control("POST", "clock", "{\"reset\":true}").body();

    assertThat(moved).startsWith("{\"now\":\"2031-05-06T07:08:");
    assertThat(then.time()).hasToString(then.time().toString()).asString().startsWith("2031-05-06");
    assertThat(back).endsWith("\"moved\":\"PT0S\"}").doesNotContain("2031");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void forcesAFailureAsOftenAsToldWithRetryAfter(ServedVendor vendor) throws Exception {
    vendor.control("POST", "faults", "{\"status\":503,\"retryAfter\":7,\"times\":1}");

    HttpResponse<String> first = vendor.sendNext(keyed(vendor), vendor.credentials());
    HttpResponse<String> second = vendor.sendNext(keyed(vendor), vendor.credentials());

    assertThat(first.statusCode()).isEqualTo(503);
    assertThat(first.headers().firstValue("Retry-After")).contains("7");
    assertThat(vendor.server().requests().get(0).reason()).isEqualTo("disturbed: status 503");
    assertThat(second.statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void takesEverythingBackOnReset(ServedVendor vendor) throws Exception {
    vendor.control("POST", "faults", "{\"status\":503}");
    vendor.control("POST", "rate-limit", "{\"limit\":0}");
    vendor.control("POST", "clock", "{\"advance\":\"P1D\"}");

    vendor.control("POST", "reset", "");

    assertThat(vendor.sendNext(keyed(vendor), vendor.credentials()).statusCode()).isEqualTo(200);
    assertThat(vendor.control("GET", "clock", "").body()).contains("\"moved\":\"PT0S\"");
    assertThat(vendor.control("GET", "faults", "").body()).isEqualTo("{\"rules\":[]}");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void keepsSessionsApart(ServedVendor vendor) throws Exception {
    Map<String, String> main = vendor.credentials();
    Map<String, String> mine = new HashMap<>(main);
    mine.put("Mock-Session", "mine");
    vendor.control("POST", "faults", "{\"status\":503}", "Mock-Session", "theirs");

    // the same headers, which Fidelisa takes once from each session
    HttpResponse<String> inMain = vendor.sendNext(keyed(vendor), main);
    HttpResponse<String> inMine = vendor.sendNext(keyed(vendor), mine);
    mine.put("Mock-Session", "theirs");
    HttpResponse<String> inTheirs = vendor.sendNext(keyed(vendor), mine);

    assertThat(List.of(inMain.statusCode(), inMine.statusCode())).containsOnly(200);
    assertThat(inTheirs.statusCode()).isEqualTo(503);
    assertThat(vendor.server().requests()).hasSize(1);
    assertThat(vendor.control("GET", "requests", "", "Mock-Session", "mine").body())
        .startsWith("{\"total\":1,");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void saysWhyNothingFits(ServedVendor vendor) throws Exception {
    DocumentedRequest near = keyed(vendor);
    vendor.sendNext(near, vendor.credentials());
    vendor.send("GET", near.path() + "x");
    vendor.send("PUT", "/" + near.path());

    List<RecordedRequest> requests = vendor.server().requests();

    assertThat(requests).extracting(RecordedRequest::status).containsExactly(200, 404, 404);
    assertThat(requests)
        .extracting(RecordedRequest::operation)
        .containsExactly(near.operationId(), null, null);
    assertThat(requests.get(0).reason()).isNull();
    assertThat(requests.get(1).reason())
        .startsWith("No documented operation for GET " + near.path() + "x. Nearest: GET ")
        .contains("path segment ");
    assertThat(vendor.control("GET", "requests?unmatched=true", "").body())
        .doesNotContain("\"status\":200")
        .contains("\"status\":404", "\"nearest\":{\"operation\":\"" + near.operationId());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void saysInTheJournalWhichCredentialIsMissing(ServedVendor vendor) throws Exception {
    vendor.sendNext(keyed(vendor), Map.of());

    assertThat(vendor.server().requests().get(0).reason())
        .startsWith("credentials are missing: send header '");
  }

  /** A request that needs a credential and changes nothing. */
  private static DocumentedRequest keyed(ServedVendor vendor) {
    return vendor.requests().complete().stream()
        .filter(each -> each.method().equals("GET") && !each.credentials().isEmpty())
        .findFirst()
        .orElseThrow();
  }
}
