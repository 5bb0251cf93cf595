package dev.forecourt.contracttests.fidelisa;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.PactCase;
import dev.forecourt.contracttests.kit.PublicCredentials;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.json.VendorJson;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the Fidelisa pacts share: names, the documented codes, the headers and the way to a client.
 */
final class FidelisaPact {
  static final String CONSUMER = "forecourt-fidelisa";
  static final String PROVIDER = "fidelisa";

  /** Codes of the documentation: fidelisa.md L321, L526, L666, L960. */
  static final String SHOP = "619E8B5AAD5E48138881C5E7774C86B2";

  static final String CUSTOMER = "FD39A1AA85AC4F3FB977DEA5A5786263";
  static final String CARD = "1DA03451947C4B91A0EAE4099AD01E26";
  static final String GIFT = "AZEFDFD39A1AA85AC423JJL34NEZOJ3E";

  static final String LINKED = "shop 619E8B5A is linked to the provider";
  static final String KNOWN = "customer FD39A1AA of shop 619E8B5A has card 1DA03451";
  static final String TAKEN = "customer FD39A1AA took gift AZEFDFD3";
  static final String UNKNOWN = "customer FD39A1AA does not exist";

  private static final String PROVIDER_CODE = "FORECOURT";

  /** Keys that the stub takes by default; that of the shop is the documented one (L322). */
  private static final String PROVIDER_KEY = PublicCredentials.part("fidelisa", "provider_key");

  static final String SHOP_KEY = "FrZN6UChpqXBRKVExXVB";
  private static final String WRONG_KEY = "wrong-key";

  /** Base64 of 40 hexadecimal digits (L118-129): whether it is right, only the verifier can say. */
  private static final String SIGNATURE = "[A-Za-z0-9+/]{54}==";

  private static final String NO_SIGNATURE = "A".repeat(54) + "==";

  /** fidelisa.md L61-80: a token for this call only, and the signature of the provider. */
  static final VendorPact BY_PROVIDER =
      VendorPact.of(PROVIDER)
          .credential("FIDELISA_JETON", "[0-9a-f]{32}", "0".repeat(32))
          .credential("FIDELISA_PROVIDER", "\\S+", PROVIDER_CODE)
          .credential("FIDELISA_PROVIDER_KEY", SIGNATURE, NO_SIGNATURE);

  /** fidelisa.md L85-111: the signature of the shop beside that of the provider. */
  static final VendorPact BY_SHOP =
      BY_PROVIDER
          .credential("FIDELISA_APIUSER", "\\S+", SHOP)
          .credential("FIDELISA_APIUSER_KEY", SIGNATURE, NO_SIGNATURE);

  private FidelisaPact() {}

  /** One case: what is asked and answered, and the call of the client that makes it so. */
  static void verify(Function<PactDslWithProvider, V4Pact> pact, PactCase.Call call) {
    PactCase.verify(PROVIDER, pact, call);
  }

  static FidelisaClient client(MockServer vendor) {
    return builder(Access.GRANTED).baseUrl(vendor.getUrl()).build();
  }

  /** A client of provider and shop that sends every request once; wrong are the keys. */
  static FidelisaClient.Builder builder(Access access) {
    boolean wrong = access == Access.WRONG;
    return provider(access).shop(SHOP, wrong ? WRONG_KEY : SHOP_KEY);
  }

  /** A client of the provider alone. */
  static FidelisaClient.Builder provider(Access access) {
    return FidelisaClient.builder()
        .provider(PROVIDER_CODE, access == Access.WRONG ? WRONG_KEY : PROVIDER_KEY)
        .retries(RetryPolicy.never());
  }

  static JsonNode evidence(String name) {
    return Evidence.read(PROVIDER, name);
  }

  /** A sample request of the documentation, as the client sends it. */
  static <T> T sample(String name, Class<T> model) {
    return VendorJson.read(evidence(name).toString(), model);
  }

  /** The request of a call, made with the headers that it needs. */
  static PactDslRequestWithPath ask(
      PactDslWithProvider pact, VendorCall<FidelisaClient> call, String state, String does) {
    return call.asked(headers(call), pact, state, does);
  }

  /** An answer that the provider is told to give: the vendor documents two for the same request. */
  static V4Pact told(
      PactDslWithProvider pact,
      VendorCall<FidelisaClient> call,
      int status,
      @Nullable DslPart body) {
    String state = "the vendor answers " + status;
    return VendorPact.answered(ask(pact, call, state, state), status, body);
  }

  static VendorPact headers(VendorCall<FidelisaClient> call) {
    return FidelisaCalls.OF_PROVIDER.contains(call.operationId()) ? BY_PROVIDER : BY_SHOP;
  }
}
