package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.api.DealershipsService;
import dev.forecourt.fidcar.api.DealershipsService.ListDealershipsQuery;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.DealershipPage;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.errors.ServerErrorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Status, headers and body of answers, and options for single calls, in generated services. */
class RawResponsesTest {
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final FidcarClient client =
      FidcarClient.builder()
          .apiKey("fidcar-test-key")
          .baseUrl(server.url())
          .clock(time)
          .sleeper(time)
          .build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static RequestOptions header(String value) {
    return RequestOptions.builder().header("X-Call", value).build();
  }

  private static List<List<String>> headers(List<WireRequest> requests) {
    return requests.stream().map(request -> request.headers("X-Call")).toList();
  }

  @Test
  void givesStatusHeadersBodyAndModelOfATypedAnswer() {
    String json = "{ \"id\" : 1325, \"new\": \"é\" }";
    server.answer(
        WireAnswer.json(203, json).header("X-Request-Id", "r-1").header("X-Request-Id", "r-2"));

    VendorResponse<Dealership> answer = client.dealerships().withRawResponse().getDealership(1325);

    assertThat(answer.status()).isEqualTo(203);
    assertThat(answer.header("x-request-ID")).contains("r-1");
    assertThat(answer.header("X-Missing")).isEmpty();
    assertThat(answer.headers()).containsEntry("x-request-id", List.of("r-1", "r-2"));
    assertThat(answer.body()).isEqualTo(json.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.bodyText()).isEqualTo(json);
    assertThat(answer.model().id()).isEqualTo(1325);
    assertThat(answer).hasToString("VendorResponse{203, " + answer.body().length + " bytes}");
  }

  @Test
  void cannotBeChanged() {
    server.answer("{\"id\":1325}");
    VendorResponse<Dealership> answer = client.dealerships().withRawResponse().getDealership(1325);

    answer.body()[0] = '!';

    assertThat(answer.bodyText()).isEqualTo("{\"id\":1325}");
    assertThatThrownBy(() -> answer.headers().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void givesOneAnswerOfAPagedOperation() {
    server.answer(Evidence.page(2, 1, 9, "{\"id\":21}"));

    VendorResponse<DealershipPage> answer =
        client
            .dealerships()
            .withRawResponse()
            .listDealerships(ListDealershipsQuery.builder().page(2).limit(1).build());

    assertThat(answer.model().total()).isEqualTo(9);
    assertThat(answer.bodyText()).contains("\"page\"");
    assertThat(server.request().line()).isEqualTo("GET /api/local?page=2&limit=1");
  }

  @Test
  void throwsAsTheServiceDoes() {
    server.answer(WireAnswer.json(404, Evidence.of("error")));

    assertThatThrownBy(() -> client.dealerships().withRawResponse().getDealership(1))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void repeatsAsTheServiceDoes() {
    server.answer(WireAnswer.json(503, "{}")).answer("{\"id\":1}");

    assertThat(client.dealerships().withRawResponse().getDealership(1).status()).isEqualTo(200);
  }

  @Test
  void keepsTheOptionsOfItsService() {
    server.answer("{}");

    client.dealerships().with(header("a")).withRawResponse().getDealership(1);

    assertThat(headers(server.requests())).containsExactly(List.of("a"));
  }

  @Test
  void usesTheOptionsForEveryPageOfAWalk() {
    RequestOptions once =
        RequestOptions.builder().header("X-Call", "walk").retries(RetryPolicy.never()).build();
    server
        .answer(Evidence.page(1, 1, 3, "{\"id\":11}"))
        .answer(Evidence.page(2, 1, 3, "{\"id\":21}"))
        .answer(WireAnswer.json(503, "{}"));

    assertThatThrownBy(
            () -> client.dealerships().with(once).listDealerships().forEach(dealership -> {}))
        .isInstanceOf(ServerErrorException.class);

    assertThat(headers(server.requests()))
        .containsExactly(List.of("walk"), List.of("walk"), List.of("walk"));
  }

  @Test
  void usesTheTimeoutForEveryPageOfAWalk() {
    RequestOptions hurried =
        RequestOptions.builder()
            .timeout(Duration.ofMillis(300))
            .retries(RetryPolicy.never())
            .build();
    server
        .answer(Evidence.page(1, 1, 2, "{\"id\":11}"))
        .answer(WireAnswer.json(200, "{}").fault(WireAnswer.Fault.SILENCE));

    assertThatThrownBy(
            () -> client.dealerships().with(hurried).listDealerships().forEach(dealership -> {}))
        .isInstanceOf(VendorTransportException.class)
        .hasMessageContaining("no complete answer within PT0.3S for GET /api/local at 127.0.0.1:");
  }

  @Test
  void keepsOptionsFromOtherServicesAndLaterCalls() {
    for (int i = 0; i < 5; i++) {
      server.answer("{}");
    }
    DealershipsService plain = client.dealerships();
    DealershipsService a = plain.with(header("a"));
    DealershipsService b = a.with(header("b"));

    a.getDealership(1);
    plain.getDealership(1);
    b.getDealership(1);
    a.getDealership(1);
    client.reviews().getReview("42");

    assertThat(headers(server.requests()))
        .containsExactly(List.of("a"), List.of(), List.of("b"), List.of("a"), List.of());
  }
}
