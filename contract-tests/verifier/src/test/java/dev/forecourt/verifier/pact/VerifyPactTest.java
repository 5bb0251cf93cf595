package dev.forecourt.verifier.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pact written elsewhere is accepted or refused, each for its reason. */
class VerifyPactTest {
  private static final VendorContracts CONTRACTS = VendorContracts.in(Checkout.file("specs"));

  @TempDir Path temp;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void acceptsARightPactOfAnotherTool() throws Exception {
    assertThat(verify("pact-js-right.json", "fidcar", null)).as(text()).isTrue();

    assertThat(text())
        .contains("showroom-web expects 2 interaction(s) of fidcar")
        .contains("right    a request for one dealership")
        .contains("notice   state 'there is a dealership 1325' was not brought about")
        .contains("2 of 2 right. Accepted");
  }

  @Test
  void refusesAWrongPactOfAnotherToolWithThePlaces() throws Exception {
    assertThat(verify("pact-js-wrong.json", "fidcar", null)).isFalse();

    assertThat(text())
        .contains("WRONG    a request for one dealership")
        .contains("contract: the contract has no name here")
        .contains("$.interactions[0].response.body")
        .contains("stub: ")
        .contains("WRONG    a request for reviews, page by page")
        .contains("pageSize")
        .contains("right    a request for one review")
        .contains("1 of 3 right. Refused");
  }

  /** The example is right and the stub matches; another text would match as well. */
  @Test
  void refusesAMatcherThatTakesMoreThanTheContract() throws Exception {
    assertThat(verify("pact-js-loose.json", "fidcar", null)).as(text()).isFalse();

    assertThat(text())
        .contains(
            "contract: the matcher type takes \"no such value\", which the contract does not allow",
            "in the pact:     $.interactions[0].response.matchingRules.body['$.data']",
            "/properties/datetime",
            "0 of 1 right. Refused")
        .doesNotContain("stub: ");
  }

  @Test
  void bringsAboutTheStatesThatAreMapped() throws Exception {
    assertThat(verify("by-hand-v2.json", "autochat", "autochat-states.json")).as(text()).isTrue();

    assertThat(text()).doesNotContain("notice").contains("1 of 1 right. Accepted");
  }

  @Test
  void refusesWhatTheStubDoesNotDoWithoutItsState() throws Exception {
    assertThat(verify("by-hand-v2.json", "autochat", null)).isFalse();

    assertThat(text())
        .contains("stub: answered 200")
        .contains("state 'no tokens are left' was not brought about");
  }

  @Test
  void holdsMessagesAgainstTheContract() throws Exception {
    assertThat(verify("message-v3.json", "claire", null)).isFalse();

    assertThat(text())
        .contains("right    a check was created")
        .contains("WRONG    a check without its order")
        .contains("contract: string found, integer expected")
        .contains("1 of 2 right. Refused");
  }

  @Test
  void refusesMessagesOfAVendorThatSendsNone() throws Exception {
    assertThat(verify("message-v3.json", "fidcar", null)).isFalse();

    assertThat(text()).contains("no callback of the contract is meant").contains("0 of 2 right");
  }

  @Test
  void acceptsOurOwnPact() throws IOException {
    Path own = Checkout.committedPact("fidcar");

    assertThat(VerifyPact.run(own, "fidcar", CONTRACTS, null, out())).as(text()).isTrue();
  }

  @Test
  void refusesWhatIsNoPact() throws IOException {
    Path empty = Files.writeString(temp.resolve("empty.json"), "{\"interactions\": []}");

    assertThatThrownBy(() -> VerifyPact.run(empty, "fidcar", CONTRACTS, null, out()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> VerifyPact.run(temp.resolve("none.json"), "fidcar", CONTRACTS, null, out()))
        .hasMessage("There is no pact file " + temp.resolve("none.json") + ".");
    assertThatThrownBy(() -> VerifyPact.run(empty, "fiddcar", CONTRACTS, null, out()))
        .hasMessageStartingWith("No vendor is called 'fiddcar'. There are [autengo, autochat,");
  }

  private boolean verify(String pact, String vendor, @Nullable String states)
      throws IOException, URISyntaxException {
    return VerifyPact.run(
        resource(pact), vendor, CONTRACTS, states == null ? null : resource(states), out());
  }

  private static Path resource(String name) throws URISyntaxException {
    return Path.of(Objects.requireNonNull(VerifyPactTest.class.getResource(name), name).toURI());
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }

  private String text() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
