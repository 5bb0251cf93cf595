package dev.forecourt.contracttests.autengo;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.PublicCredentials;
import dev.forecourt.contracttests.kit.VendorPact;
import java.util.function.Function;

/** What the Autengo pacts share: names, the documented ids, the key and the way to a client. */
final class AutengoPact {
  static final String CONSUMER = "forecourt-autengo";
  static final String PROVIDER = "autengo";

  /** Ids of the samples: autengo.txt L170, L1633, L1769. */
  static final String VEHICLE = "AIQWXW";

  static final long CONTACT = 123;
  static final String TECFACTURA_ID = "D123456789";

  static final String VEHICLE_EXISTS = "vehicle AIQWXW exists";
  static final String CONTACT_EXISTS = "contact 123 exists";

  /** The key and the token that the stub takes by default; they open nothing else. */
  static final String KEY = PublicCredentials.part("autengo", "api_key");

  static final String TOKEN = "autengo-test-token";

  /** The raw key in a header of its own (autengo.txt L30-35). */
  static final VendorPact VENDOR =
      VendorPact.of(PROVIDER).credential("X-Api-Key", "[^ ]+", KEY, "wrong-key");

  private AutengoPact() {}

  /** One case: what is asked and answered, and the call of the client that makes it so. */
  static void verify(Function<PactDslWithProvider, V4Pact> pact, PactCase.Call call) {
    PactCase.verify(PROVIDER, pact, call);
  }

  static AutengoClient client(MockServer vendor) {
    return builder(vendor).build();
  }

  static AutengoClient.Builder builder(MockServer vendor) {
    return AutengoClient.builder().apiKey(KEY).baseUrl(vendor.getUrl());
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  static PactDslRequestWithPath request(
      PactDslWithProvider pact, String state, String does, String method, String path) {
    return VENDOR.request(pact, state, does, method, path);
  }
}
