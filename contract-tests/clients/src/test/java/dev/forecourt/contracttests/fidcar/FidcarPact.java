package dev.forecourt.contracttests.fidcar;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.PublicCredentials;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.fidcar.FidcarClient;
import java.util.function.Function;

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
  static final String KEY = PublicCredentials.part("fidcar", "api_key");

  static final String WRONG_KEY = "wrong-key";

  /** A raw key: one word, no scheme before it (fidcar.md L38). */
  static final VendorPact VENDOR =
      VendorPact.of(PROVIDER).credential("Authorization", "[^ ]+", KEY, WRONG_KEY);

  private FidcarPact() {}

  /** One case: what is asked and answered, and the call of the client that makes it so. */
  static void verify(Function<PactDslWithProvider, V4Pact> pact, PactCase.Call call) {
    PactCase.verify(PROVIDER, pact, call);
  }

  static FidcarClient client(MockServer vendor) {
    return FidcarClient.builder().apiKey(KEY).baseUrl(vendor.getUrl()).build();
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  static PactDslRequestWithPath get(
      PactDslWithProvider pact, String state, String does, String path) {
    return VENDOR.request(pact, state, does, "GET", path);
  }

  static PactDslRequestWithPath post(
      PactDslWithProvider pact, String state, String does, String path) {
    return VENDOR.request(pact, state, does, "POST", path);
  }

  /** A POST of form fields in the given order, as the vendor's samples send them with curl -F. */
  static PactDslRequestWithPath postForm(
      PactDslWithProvider pact, String state, String does, String path, String... namesAndValues) {
    return VendorPact.form(post(pact, state, does, path), namesAndValues);
  }
}
