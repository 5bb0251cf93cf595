package dev.forecourt.contracttests.autochat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.VendorPact;
import java.util.function.Function;

/** What the Autochat pacts share: names, the credentials and the way to a client. */
final class AutochatPact {
  static final String CONSUMER = "forecourt-autochat";
  static final String PROVIDER = "autochat";

  static final String TOKEN_STANDS = "the token autochat-test-token is good";
  static final String CLIENT_IS_KNOWN = "the client autochat-test-client is known";
  static final String ANOTHER_AUDIENCE = "the client may have tokens of one audience only";

  /** What the stub takes by default; it opens nothing else. */
  static final String CLIENT = "autochat-test-client";

  static final String SECRET = "autochat-test-secret";
  static final String TOKEN = "autochat-test-token";

  /** Requests with a token: autochat.txt L41. */
  static final VendorPact VENDOR =
      VendorPact.of(PROVIDER)
          .credential("Authorization", "Bearer [^ ]+", "Bearer " + TOKEN, "Bearer wrong-token");

  /** Requests for a token: the credentials stand in the body (autochat.txt L27-32). */
  static final VendorPact TOKENS = VendorPact.of(PROVIDER);

  private AutochatPact() {}

  /** One case: what is asked and answered, and the call of the client that makes it so. */
  static void verify(Function<PactDslWithProvider, V4Pact> pact, PactCase.Call call) {
    PactCase.verify(PROVIDER, pact, call);
  }

  static AutochatClient client(MockServer vendor) {
    return AutochatClient.builder().token(() -> TOKEN).baseUrl(vendor.getUrl()).build();
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  /** The sample, autochat.txt L27-32, with one member changed. */
  static JsonNode tokenRequest(String member, String value) {
    ObjectNode request = evidence("tokenRequest").deepCopy();
    return request.put(member, value);
  }
}
