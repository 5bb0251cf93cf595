package dev.forecourt.contracttests.autochat;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autochat.AutochatPact.*;
import static dev.forecourt.contracttests.kit.Evidence.listOf;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.autochat.model.*;
import org.junit.jupiter.api.Test;

/** Tokens: autochat.txt L23-43. */
class AutochatTokensPactTest {
  /** The sample request is autochat.txt L27-32, the answer L36-39. */
  @Test
  void createsAToken() {
    verify(
        pact -> answered(creation(pact, "createToken: the documented one"), 200, token()),
        vendor -> {
          try (AutochatClient autochat = client(vendor)) {
            var request =
                TokenRequest.builder()
                    .clientId(CLIENT)
                    .clientSecret(SECRET)
                    .audience(TokenAudience.AUTOCHAT)
                    .grantType(GrantType.CLIENT_CREDENTIALS)
                    .build();

            Token token = autochat.tokens().createToken(request);

            assertThat(token.accessToken()).isEqualTo(TOKEN);
            assertThat(token.tokenType()).isEqualTo("Bearer");
          }
        });
  }

  /** What the client does by itself: it gets a token, and sends it with what follows (L41-43). */
  @Test
  void getsATokenBeforeTheFirstCall() {
    verify(
        pact -> {
          answered(creation(pact, "createToken: before the first call"), 200, token());
          return answered(
              VENDOR.request(
                  pact, TOKEN_STANDS, "listOptions: with that token", "GET", "/api/options"),
              200,
              listOf(evidence("optionList").get(0)));
        },
        vendor -> {
          try (AutochatClient autochat =
              AutochatClient.builder()
                  .clientCredentials(CLIENT, SECRET)
                  .baseUrl(vendor.getUrl())
                  .build()) {
            assertThat(autochat.options().listOptions()).hasSize(1);
          }
        });
  }

  private static PactDslRequestWithPath creation(PactDslWithProvider pact, String does) {
    return json(
        TOKENS.request(pact, CLIENT_IS_KNOWN, does, "POST", "/oauth/token"),
        evidence("tokenRequest"));
  }

  private static DslPart token() {
    return newJsonBody(
            body ->
                body.stringMatcher("access_token", "[^ ]+", TOKEN)
                    .stringType("token_type", "Bearer"))
        .build();
  }
}
