package dev.forecourt.contracttests.autengo;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autengo.AutengoPact.*;
import static dev.forecourt.contracttests.kit.Evidence.page;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.json;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.*;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens for a user: autengo.txt L1057-1089; where they go: L36-39, L2095-2097. */
class AutengoTokensPactTest {
  private static final String TOKEN_STANDS = "the token autengo-test-token is good";

  /** autengo.txt L1059-1077. */
  @Test
  void createsAToken() {
    verify(
        pact -> answered(creation(pact, "createToken: the documented one"), 200, token()),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var user =
                TokenPost.builder().dealerAlzuraId(1234567890L).userAlzuraId(1234567890L).build();

            TokenResponse token = autengo.tokens().createToken(user);

            assertThat(token.token()).isEqualTo(TOKEN);
            assertThat(token.expiresIn()).isEqualByComparingTo("86400");
          }
        });
  }

  /** autengo.txt L1078-1089, with a session token. */
  @Test
  void renewsASessionToken() {
    verify(
        pact ->
            answered(
                withSessionToken(refresh(pact, "refreshToken: a session token")), 200, token()),
        vendor -> {
          try (AutengoClient autengo = builder(vendor).sessionToken(TOKEN).build()) {
            assertThat(autengo.tokens().refreshToken().token()).isEqualTo(TOKEN);
          }
        });
  }

  /** autengo.txt L34 and L36-37: {@code Authorization: JWT}, not Bearer. */
  @Test
  void renewsAJwt() {
    verify(
        pact ->
            answered(
                refresh(pact, "refreshToken: a JWT")
                    .matchHeader("Authorization", "JWT [^ ]+", "JWT " + TOKEN),
                200,
                token()),
        vendor -> {
          try (AutengoClient autengo = builder(vendor).jwt(TOKEN).build()) {
            assertThat(autengo.tokens().refreshToken().token()).isEqualTo(TOKEN);
          }
        });
  }

  /** What the client does by itself: it gets a token, and sends it with what follows. */
  @Test
  void getsATokenBeforeTheFirstCall() {
    verify(
        pact -> {
          answered(creation(pact, "createToken: for a session"), 200, token());
          return answered(
              withSessionToken(
                  request(
                      pact,
                      TOKEN_STANDS,
                      "listMakes: with the token of a session",
                      "GET",
                      "/v3/vehicle/reference/make")),
              200,
              page(Map.of("total", 150), "list", evidence("makeList").path("list").get(0)));
        },
        vendor -> {
          try (AutengoClient autengo = builder(vendor).session(1234567890, 1234567890).build()) {
            assertThat(autengo.vehicles().listMakes().list()).hasSize(1);
          }
        });
  }

  private static PactDslRequestWithPath creation(PactDslWithProvider pact, String does) {
    return json(
        request(pact, "the key autengo-test-key is good", does, "POST", "/v3/auth/token"),
        evidence("tokenPost"));
  }

  private static PactDslRequestWithPath refresh(PactDslWithProvider pact, String does) {
    return request(pact, TOKEN_STANDS, does, "GET", "/v3/auth/refresh");
  }

  private static PactDslRequestWithPath withSessionToken(PactDslRequestWithPath request) {
    return request.matchHeader("X-Authorization", "Bearer [^ ]+", "Bearer " + TOKEN);
  }

  /** The sample of L1072-1077; its token gives way to one that scanners for secrets know. */
  private static DslPart token() {
    return newJsonBody(
            body ->
                body.stringMatcher("token", "[\\w.-]+", TOKEN)
                    .integerType("expires_in", 86400)
                    .stringType("token_type", "Bearer")
                    .stringType("scope", "AutengoApiV3"))
        .build();
  }
}
