package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.claire.model.WebhookTriggerID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a subscription refuses, and what it shows. */
class WebhookSubscriptionTest {

  @Test
  void showsNoSecrets() {
    WebhookSubscription subscription =
        complete()
            .url("https://crm.example/hooks/t0k3n?key=s3cr3t")
            .locationId(312)
            .secret(SharedSecret.of("X-Shared-Secret", "correct horse"))
            .build();

    assertThat(subscription)
        .hasToString(
            "WebhookSubscription{trigger=2 OFFER_READY, location=312, checklist=null,"
                + " host=crm.example, headers=[X-Shared-Secret]}");
  }

  @Test
  void takesTheLaterOfTwoHeadersOfOneName() {
    WebhookSubscription subscription =
        complete().header("X-Tenant", "a").header("x-tenant", "b").build();

    assertThat(subscription.headers()).hasSize(1).containsValue("b");
  }

  @Test
  void doesNotChangeWithItsBuilder() {
    WebhookSubscription.Builder builder = complete();
    WebhookSubscription subscription = builder.build();

    builder.header("X-Tenant", "a");

    assertThat(subscription.headers()).isEmpty();
  }

  @Test
  void takesPlainHttpForTests() {
    assertThat(complete().url("http://127.0.0.1:8080/hook").build().url())
        .isEqualTo("http://127.0.0.1:8080/hook");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crm.example/hook | must start with https:// or http://. Write it as https://host/path.",
        "ftp://crm.example | must start with https:// or http://. Write it as https://host/path.",
        "https:///hook | has no host name that can be read. Write it as https://host/path.",
        "https://a:s3cr3t@crm.example | must not hold a user or password. Use secret(...) of the builder.",
        "https://crm.example/s3cr3t a | is no URL: Illegal character in path at index 26. Write it as https://host/path.",
        "'' | is missing. Give it to the builder."
      })
  void refusesUrlsThatClaireCannotCallWithoutShowingThem(String url, String reason) {
    assertThatThrownBy(() -> complete().url(url).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Webhook URL " + reason)
        .hasNoCause();
  }

  @Test
  void refusesAMissingName() {
    assertThatThrownBy(() -> complete().name(" ").build())
        .hasMessage("Webhook name is missing. Give it to the builder: people see it in Claire.");
  }

  @Test
  void refusesAMissingTrigger() {
    String message =
        "Webhook trigger is missing. Give it to the builder, such as WebhookTriggerID.OFFER_READY.";

    assertThatThrownBy(() -> complete().trigger(WebhookTriggerID.UNSET).build())
        .hasMessage(message);
    assertThatThrownBy(
            () -> WebhookSubscription.builder().name("a").url("https://crm.example").build())
        .hasMessage(message);
  }

  @Test
  void takesATriggerThatTheContractDoesNotList() {
    assertThat(complete().trigger(WebhookTriggerID.of(20)).build().trigger().value()).isEqualTo(20);
  }

  @Test
  void refusesHeadersThatCannotBeSent() {
    assertThatThrownBy(() -> complete().header("X-Tenant", "a\r\nX-Other: b"))
        .hasMessageStartingWith("Value of the header X-Tenant cannot be sent.");
    assertThatThrownBy(() -> complete().header("X Tenant", "a"))
        .hasMessageStartingWith("Header name 'X Tenant' cannot be sent.");
  }

  private static WebhookSubscription.Builder complete() {
    return WebhookSubscription.builder()
        .name("Offers to the CRM")
        .url("https://crm.example/hooks/claire")
        .trigger(WebhookTriggerID.OFFER_READY);
  }
}
