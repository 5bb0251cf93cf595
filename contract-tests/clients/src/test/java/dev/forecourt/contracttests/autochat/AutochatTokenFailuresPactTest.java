package dev.forecourt.contracttests.autochat;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autochat.AutochatPact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.autochat.model.GrantType;
import dev.forecourt.autochat.model.TokenAudience;
import dev.forecourt.autochat.model.TokenRequest;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.json.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no token. The article warns of too many requests (autochat.txt L43); codes and
 * bodies are those that Auth0 publishes for the host of L25.
 */
class AutochatTokenFailuresPactTest extends AbstractFailuresPactTest<AutochatClient> {
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "invalid_request",
          401, "invalid_client",
          403, "access_denied",
          429, "too_many_requests",
          503, "temporarily_unavailable");

  private static final String NEW_REASON = "mfa_required";

  AutochatTokenFailuresPactTest() {
    super(TOKENS);
  }

  @Override
  protected AutochatClient client(String baseUrl, Access access) {
    return AutochatClient.builder().retries(RetryPolicy.never()).baseUrl(baseUrl).build();
  }

  /** Auth0 names no body of a 500. */
  @Override
  protected @Nullable DslPart body(Failure<AutochatClient> failure) {
    return failure.status() == 500
        ? null
        : newJsonBody(
                body ->
                    body.stringType("error", code(failure))
                        .stringType("error_description", "Words for a person"))
            .build();
  }

  @Override
  protected String words(Failure<AutochatClient> failure) {
    return failure.status() == 500 ? "The body is empty" : "(code " + code(failure) + ")";
  }

  private static String code(Failure<AutochatClient> failure) {
    return failure.does().equals("for a reason that is new")
        ? NEW_REASON
        : CODES.get(failure.status());
  }

  @Override
  protected List<Failure<AutochatClient>> failures() {
    VendorCall<AutochatClient> right = createToken(request().build(), evidence("tokenRequest"));
    VendorCall<AutochatClient> otherGrant =
        createToken(
            request().additionalProperty("grant_type", Json.of("password")).build(),
            tokenRequest("grant_type", "password"));
    VendorCall<AutochatClient> wrongSecret =
        createToken(
            request().clientSecret("wrong-secret").build(),
            tokenRequest("client_secret", "wrong-secret"));
    VendorCall<AutochatClient> unknownClient =
        createToken(request().clientId("nobody").build(), tokenRequest("client_id", "nobody"));
    return List.of(
        otherGrant.failing(400, CLIENT_IS_KNOWN, "by another grant"),
        wrongSecret.failing(401, CLIENT_IS_KNOWN, "with a wrong secret"),
        unknownClient.failing(401, CLIENT_IS_KNOWN, "of an unknown client"),
        right.told(403),
        audience("http://example.org/").failing(403, ANOTHER_AUDIENCE, "for another audience"),
        audience("http://example.com/").failing(403, ANOTHER_AUDIENCE, "for a reason that is new"),
        right.failing(429, "the client has had too many tokens", "too many"),
        right.told(500),
        right.told(503));
  }

  private static VendorCall<AutochatClient> audience(String name) {
    return createToken(
        request().audience(TokenAudience.of(name)).build(), tokenRequest("audience", name));
  }

  private static TokenRequest.Builder request() {
    return TokenRequest.builder()
        .clientId(CLIENT)
        .clientSecret(SECRET)
        .audience(TokenAudience.AUTOCHAT)
        .grantType(GrantType.CLIENT_CREDENTIALS);
  }

  private static VendorCall<AutochatClient> createToken(TokenRequest request, JsonNode sent) {
    return new VendorCall<>(
        "createToken",
        "POST",
        "/oauth/token",
        pact -> VendorPact.json(pact, sent),
        c -> c.tokens().createToken(request));
  }
}
