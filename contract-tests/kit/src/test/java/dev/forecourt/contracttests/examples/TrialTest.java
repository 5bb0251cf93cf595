package dev.forecourt.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.journal.RecordedRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TrialTest {

  private MockServer mock;
  private Trial trial;

  @BeforeEach
  void start() {
    mock = MockServer.builder("fidcar").start();
    DocumentedRequest getReview =
        DocumentedRequests.of(Checkout.contract("fidcar").getParent()).complete().stream()
            .filter(each -> each.operationId().equals("getReview"))
            .findFirst()
            .orElseThrow();
    trial = new Trial(mock, getReview, Set.of(200), 0, () -> {});
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void returnsWhatACallPrinted() throws Exception {
    String printed = trial.run("curl", calling("/api/review/" + review()), "the code");

    assertThat(printed).isEqualTo("the code");
    assertThat(trial.last().operation()).isEqualTo("getReview");
  }

  @Test
  void refusesACallThatTheMockRefuses() {
    assertThatThrownBy(() -> trial.run("curl", calling("/api/review/unknown"), "the code"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fidcar getReview")
        .hasMessageContaining("as curl: 4")
        .hasMessageContaining("expected [200]")
        .hasMessageContaining("the code");
  }

  @Test
  void refusesACallOfAnotherOperation() {
    assertThatThrownBy(() -> trial.run("Java", calling("/api/review"), "the code"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("from listReviews")
        .hasMessageContaining("from getReview");
  }

  @Test
  void refusesCodeThatSendsNothing() {
    assertThatThrownBy(() -> trial.run("curl", (number, code) -> "", "the code"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("was not sent");
  }

  @Test
  void refusesAnAnswerThatAnotherLanguageDidNotGet() {
    trial.sameAnswer("200 {}", "200 {}\n");

    assertThatThrownBy(() -> trial.sameAnswer("200 {}", "200 {\"id\":1}"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("fetch was answered otherwise than curl");
  }

  @Test
  void refusesARequestThatAsksOtherwise() throws Exception {
    trial.run("curl", calling("/api/review/" + review()), "");
    RecordedRequest whole = trial.last();
    trial.run("Java", calling("/api/review/" + review()), "");
    trial.sameRequest(whole, trial.last());

    mock.reset();
    calling("/api/review?page=1").run(0, "");

    assertThatThrownBy(() -> trial.sameRequest(whole, trial.last()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Java asks otherwise than curl: path /api/review, not /api/review/");
  }

  private Language calling(String path) {
    return (number, code) -> {
      send(path);
      return code;
    };
  }

  private String review() {
    return "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";
  }

  private void send(String path) throws Exception {
    HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(mock.baseUri() + path))
                .header("Authorization", "fidcar-test-key")
                .build(),
            BodyHandlers.discarding());
  }
}
