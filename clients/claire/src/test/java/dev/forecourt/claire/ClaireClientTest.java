package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.claire.model.NewWebhook;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.kit.AbstractVendorClientTest;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.limits.RateLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Claire's client shares with the others, and how it takes its credentials. */
class ClaireClientTest extends AbstractVendorClientTest<ClaireClient.Builder, ClaireClient> {

  @Override
  protected ClaireClient.Builder builder() {
    return ClaireClient.builder().apiKey("k3y-{with}-braces");
  }

  @Override
  protected ClaireClient build(ClaireClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object read(ClaireClient client) {
    return client.appointments().getAppointment(4711823);
  }

  @Override
  protected Object write(ClaireClient client) {
    return client
        .webhooks()
        .createWebhook(
            NewWebhook.builder()
                .name("Offers")
                .webhookTriggerId(WebhookTriggerID.OFFER_READY)
                .url("https://example.com")
                .build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("k3y-{with}-braces");
  }

  @Override
  protected String readPath() {
    return "/v1/appointments/4711823";
  }

  @Override
  protected String readName() {
    return "claire getAppointment";
  }

  @Test
  void sendsTheKeyRawInAuthorization() {
    server.answer("{}");

    read(client());

    assertThat(server.request().header("Authorization")).isEqualTo("k3y-{with}-braces");
    assertThat(server.request().line()).isEqualTo("GET /v1/appointments/4711823");
  }

  @Test
  void sendsTheKeyInTheQueryIfAsked() {
    server.answer("{}");

    try (ClaireClient inQuery =
        builder().apiKey("k&{y}+1").apiKeyInQuery(true).baseUrl(server.url()).build()) {
      read(inQuery);
    }

    assertThat(server.request().line())
        .isEqualTo("GET /v1/appointments/4711823?api_key=k%26%7By%7D%2B1");
    assertThat(server.request().headers("Authorization")).isEmpty();
  }

  @Test
  void refusesAMissingKey() {
    assertThatThrownBy(() -> ClaireClient.builder().build())
        .hasMessage("Claire API key is missing. Give it to the builder.");
  }

  @Test
  void showsTheHeadersOfTheRateLimit() {
    server.answer(WireAnswer.of(429, "", "").header("X-RateLimit-Reset", "1724161265"));

    assertThatThrownBy(() -> read(client()))
        .isInstanceOfSatisfying(
            RateLimitedException.class,
            e -> assertThat(e.headers()).containsEntry("x-ratelimit-reset", List.of("1724161265")))
        .hasMessage(
            "claire getAppointment: 429 Too Many Requests for GET /v1/appointments/4711823. The body"
                + " is empty. Try again from 2024-08-20T13:41:05Z on.");
  }

  @Test
  void statesTheRateLimitOfTheContract() {
    JsonNode limit = new Specs("claire").yaml("openapi.yaml").path("x-rate-limit");

    assertThat(ClaireClient.RATE_LIMIT)
        .isEqualTo(
            new RateLimit(
                limit.path("requests").intValue(), Duration.parse(limit.path("period").asText())));
  }
}
