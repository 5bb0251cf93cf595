package dev.forecourt.contracttests.fidcar;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.fidcar.FidcarClient;

/** What the FIDCAR pacts share: names, the documented ids, the key and the way to a client. */
final class FidcarPact {
  static final String CONSUMER = "forecourt-fidcar";
  static final String PROVIDER = "fidcar";

  /** Ids of the documentation: fidcar.md L92, L253, L453. */
  static final long DEALERSHIP = 1325;

  static final String REVIEW = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  /** The vendor documents no dispute id; this one is in the example of our contract. */
  static final String DISPUTE = "4012";

  /** The key that the stub takes by default; it opens nothing else. */
  static final String KEY = "fidcar-test-key";

  /** A raw key: one word, no scheme before it (fidcar.md L38). */
  private static final String RAW_KEY = "[^ ]+";

  private FidcarPact() {}

  static FidcarClient client(MockServer vendor) {
    return client(vendor, KEY);
  }

  static FidcarClient client(MockServer vendor, String key) {
    return FidcarClient.builder().apiKey(key).baseUrl(vendor.getUrl()).build();
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  /** A GET as the client sends it: with the raw key, and asking for JSON. */
  static PactDslRequestWithPath get(
      PactDslWithProvider pact, String state, String does, String path) {
    return pact.given(state)
        .uponReceiving(does)
        .method("GET")
        .path(path)
        .matchHeader("Authorization", RAW_KEY, KEY)
        .matchHeader("Accept", "application/json.*", "application/json");
  }

  /** A POST of form fields in the given order, as the vendor's samples send them with curl -F. */
  static PactDslRequestWithPath postForm(
      PactDslWithProvider pact, String state, String does, String path, String... namesAndValues) {
    return post(pact, state, does, path)
        .matchHeader(
            "Content-Type",
            "multipart/form-data; ?boundary=.+",
            "multipart/form-data; boundary=forecourt")
        .body(parts(namesAndValues));
  }

  static PactDslRequestWithPath post(
      PactDslWithProvider pact, String state, String does, String path) {
    return pact.given(state)
        .uponReceiving(does)
        .method("POST")
        .path(path)
        .matchHeader("Authorization", RAW_KEY, KEY)
        .matchHeader("Accept", "application/json.*", "application/json");
  }

  private static String parts(String... namesAndValues) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      body.append("--forecourt\r\nContent-Disposition: form-data; name=\"")
          .append(namesAndValues[i])
          .append("\"\r\n\r\n")
          .append(namesAndValues[i + 1])
          .append("\r\n");
    }
    return body.append("--forecourt--\r\n").toString();
  }
}
