package dev.forecourt.contracttests.claire;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.PublicCredentials;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.json.VendorJson;
import java.util.function.Function;

/**
 * What the Claire pacts share. The vendor's samples hold zeros only: they say names and types. What
 * is null in them is taken from the examples of the contract, which follow the vendor's models.
 */
final class ClairePact {
  static final String CONSUMER = "forecourt-claire";
  static final String PROVIDER = "claire";

  /** Ids of the contract's examples, which the stub has; the vendor prints 0. */
  static final long APPOINTMENT = 4711823;

  static final long LOCATION = 312;
  static final long WEBHOOK = 1501;
  static final String VIN = "WVWZZZAUZJW123456";

  static final String KNOWN = "appointment 4711823 exists";
  static final String SAMPLE = "the samples of the documentation exist under id 0";
  static final String WEBHOOKS = "webhook 1501 exists";
  static final String USED_UP = "the hour of the key is used up";
  static final String TWO_PAGES = "webhook 1501 has two pages of errors";
  static final String LOCATIONS = "the dealer has location 312";

  /** The secret of the contract's example of a webhook. */
  static final String SHARED_SECRET = "correct horse";

  /** The key that the stub takes by default; it opens nothing else. */
  static final String KEY = PublicCredentials.part("claire", "api_key");

  private static final String WRONG_KEY = "wrong-key";

  /** claire.txt L10-13: the key as it is, no word before it. */
  static final VendorPact VENDOR =
      VendorPact.of(PROVIDER).credential("Authorization", "\\S+", KEY, WRONG_KEY);

  private ClairePact() {}

  /** One case: what is asked and answered, and the call of the client that makes it so. */
  static void verify(Function<PactDslWithProvider, V4Pact> pact, PactCase.Call call) {
    PactCase.verify(PROVIDER, pact, call);
  }

  static ClaireClient client(MockServer vendor) {
    return builder(Access.GRANTED).baseUrl(vendor.getUrl()).build();
  }

  /** A client that sends every request once. */
  static ClaireClient.Builder builder(Access access) {
    return ClaireClient.builder()
        .apiKey(access == Access.WRONG ? WRONG_KEY : KEY)
        .retries(RetryPolicy.never());
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  static JsonNode example(String name) {
    return Evidence.example(PROVIDER, name);
  }

  /** A request of the documentation or of the contract, as the client sends it. */
  static <T> T model(JsonNode sample, Class<T> model) {
    return VendorJson.read(sample.toString(), model);
  }

  static PactDslRequestWithPath ask(
      PactDslWithProvider pact, VendorCall<ClaireClient> call, String state, String does) {
    return call.asked(VENDOR, pact, state, does);
  }
}
