package dev.forecourt.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autochat.model.Car;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.kit.AbstractVendorClientTest;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Autochat's client shares with the others, and how it takes its token. */
class AutochatClientTest extends AbstractVendorClientTest<AutochatClient.Builder, AutochatClient> {
  private static final String TOKEN = "t0ken-{with}-braces";

  @Override
  protected AutochatClient.Builder builder() {
    return AutochatClient.builder().token(() -> TOKEN);
  }

  @Override
  protected AutochatClient build(AutochatClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object read(AutochatClient client) {
    return client.options().listOptions();
  }

  @Override
  protected Object write(AutochatClient client) {
    return client.cars().createCar(OperationsWireTest.car());
  }

  @Override
  protected List<String> secrets() {
    return List.of(TOKEN);
  }

  @Override
  protected String emptyAnswer() {
    return "[]";
  }

  @Override
  protected String readPath() {
    return "/api/options";
  }

  @Override
  protected String readName() {
    return "autochat listOptions";
  }

  @Test
  void asksForTheTokenWithEachRequest() {
    Iterator<String> tokens = List.of("first", "second").iterator();
    server.answer("[]").answer("[]");

    try (AutochatClient fresh =
        AutochatClient.builder().token(tokens::next).baseUrl(server.url()).build()) {
      fresh.options().listOptions();
      fresh.options().listOptions();
    }

    assertThat(server.requests().get(0).header("Authorization")).isEqualTo("Bearer first");
    assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer second");
  }

  @Test
  void refusesACallThatNeedsATokenWithoutOne() {
    try (AutochatClient bare = AutochatClient.builder().baseUrl(server.url()).build()) {
      assertThatThrownBy(() -> bare.options().listOptions())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "autochat listOptions needs Bearer, and the client has none. Give the credential to the"
                  + " builder.");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void readsTheReasonWhyThereIsNoToken() {
    server.answer(
        WireAnswer.json(
            401,
            "{\"error\":\"invalid_client\",\"error_description\":\"Client authentication failed\"}"));

    assertThatThrownBy(() -> client().tokens().createToken(OperationsWireTest.tokenRequest()))
        .isInstanceOfSatisfying(
            VendorResponseException.class,
            e -> assertThat(e.vendorCode()).contains("invalid_client"))
        .hasMessageContaining("Autochat says: \"Client authentication failed\"");
  }

  @Test
  void refusesACarWithoutARequiredField() {
    assertThatThrownBy(() -> Car.builder().dealershipId("d").internalId("i").build())
        .hasMessage(
            "Car: 3 things are not as the contract asks: 'images' is required and not set; 'brand'"
                + " is required and not set; 'model' is required and not set. Change them before"
                + " build().");
  }

  @Test
  void readsTheSampleWithoutBracketsOfAnArrayInsideAnObject() {
    server.answer("{\"hydra:member\":" + new Specs("autochat").evidence("optionList") + "}");

    assertThat(client().options().listOptions()).hasSize(3);
  }
}
