package dev.forecourt.contracttests.autochat;

import au.com.dius.pact.consumer.MockServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.VendorPact;

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
