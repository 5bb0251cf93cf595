package dev.forecourt.contracttests.fidelisa;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.fidelisa.FidelisaCalls.*;
import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.contracttests.kit.WithoutHeaders;
import dev.forecourt.fidelisa.FidelisaClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Fidelisa answers when it refuses: errors.md L8-11, one set of statuses for all operations;
 * 422 by fidelisa.md L907 and 2016/_errors.md L11, for those that send a body.
 */
class FidelisaFailuresPactTest extends AbstractFailuresPactTest<FidelisaClient> {
  /** The words of the tables: errors.md L8-11, 2016/_errors.md L11. */
  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Votre requête est erronée",
          403, "Vous n'avez pas les autorisations pour utiliser l'API",
          404, "L'élément recherché est introuvable",
          422, "L’entité fournie avec la requête est incompréhensible ou incomplète.",
          500, "Un problème est survenu sur le serveur");

  /** Those that name a customer, and have no other status for an unknown one. */
  private static final Set<String> OF_CUSTOMERS =
      Set.of(
          "getCustomer",
          "deleteCustomer",
          "listCards",
          "updateCardExpiry",
          "listRuleBases",
          "createSale",
          "listGifts",
          "awardGift",
          "restoreGift",
          "notifyCustomers");

  FidelisaFailuresPactTest() {
    super(BY_SHOP);
  }

  @Override
  protected VendorPact headers(VendorCall<FidelisaClient> call) {
    return FidelisaPact.headers(call);
  }

  @Override
  protected FidelisaClient client(String baseUrl, Access access) {
    FidelisaClient.Builder builder = builder(access).baseUrl(baseUrl);
    return access == Access.MISSING
        ? builder.aroundTransport(WithoutHeaders.named(BY_SHOP.credentials())).build()
        : builder.build();
  }

  /** The body is shown for gifts only: draft.md L634-636, L647-649. */
  @Override
  protected DslPart body(Failure<FidelisaClient> failure) {
    return newJsonBody(body -> body.stringType("error", words(failure))).build();
  }

  @Override
  protected String words(Failure<FidelisaClient> failure) {
    return switch (failure.does()) {
      case NOT_AWARDED -> evidence("giftNotAwarded").get("error").asText();
      case NOT_RESTORED -> evidence("giftNotRestored").get("error").asText();
      default -> WORDS.get(failure.status());
    };
  }

  @Override
  protected List<Failure<FidelisaClient>> failures() {
    List<Failure<FidelisaClient>> failures = new ArrayList<>();
    for (VendorCall<FidelisaClient> call : all()) {
      failures.add(badRequest(call));
      failures.add(call.refused(403, Access.WRONG));
      failures.add(notFound(call));
      if (call.method().equals("POST")) {
        failures.add(unprocessable(call));
      }
      failures.add(call.told(500));
    }
    // with neither signature, and where both are needed
    failures.add(listShops().refused(403, Access.MISSING));
    failures.add(listCustomers().refused(403, Access.MISSING));
    return failures;
  }

  private static final String NOT_AWARDED = "a gift that takes more points";
  private static final String NOT_RESTORED = "a gift that was not taken";

  /** draft.md L631-636 and L644-649. */
  private static Failure<FidelisaClient> badRequest(VendorCall<FidelisaClient> call) {
    return switch (call.operationId()) {
      case "awardGift" -> call.failing(400, "customer FD39A1AA has no points", NOT_AWARDED);
      case "restoreGift" -> call.failing(400, "customer FD39A1AA took no gift", NOT_RESTORED);
      default -> call.told(400);
    };
  }

  /** fidelisa.md L854, L949, L987, L1013. */
  private static Failure<FidelisaClient> notFound(VendorCall<FidelisaClient> call) {
    return OF_CUSTOMERS.contains(call.operationId())
        ? call.failing(404, UNKNOWN, "for an unknown customer")
        : call.told(404);
  }

  /** fidelisa.md L907. */
  private static Failure<FidelisaClient> unprocessable(VendorCall<FidelisaClient> call) {
    return call.operationId().equals("correctPoints")
        ? call.failing(422, UNKNOWN, "for an unknown customer")
        : call.told(422);
  }
}
