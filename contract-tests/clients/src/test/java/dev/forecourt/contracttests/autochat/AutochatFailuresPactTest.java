package dev.forecourt.contracttests.autochat;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.autochat.AutochatPact.*;

import au.com.dius.pact.consumer.dsl.DslPart;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.autochat.model.Car;
import dev.forecourt.contracttests.kit.AbstractFailuresPactTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.Evidence;
import dev.forecourt.contracttests.kit.Failure;
import dev.forecourt.contracttests.kit.VendorCall;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.contracttests.kit.WithoutHeaders;
import dev.forecourt.runtime.call.RetryPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What Autochat answers when it refuses. The article says when cars are refused (autochat.txt L47,
 * L51, L143) and that tokens end (L43); codes and bodies are inferred.
 */
class AutochatFailuresPactTest extends AbstractFailuresPactTest<AutochatClient> {
  private static final Map<Integer, String> WORDS =
      Map.of(
          400, "Bad Request",
          401, "Unauthorized",
          403, "Forbidden",
          422, "Unprocessable",
          500, "Internal Server Error");

  private static final VendorCall<AutochatClient> LIST_OPTIONS =
      new VendorCall<>("listOptions", "GET", "/api/options", c -> c.options().listOptions());

  AutochatFailuresPactTest() {
    super(VENDOR);
  }

  @Override
  protected AutochatClient client(String baseUrl, Access access) {
    AutochatClient.Builder builder =
        AutochatClient.builder()
            .token(() -> access == Access.WRONG ? "wrong-token" : TOKEN)
            .retries(RetryPolicy.never())
            .baseUrl(baseUrl);
    return access == Access.MISSING
        ? builder.aroundTransport(WithoutHeaders.named("Authorization")).build()
        : builder.build();
  }

  @Override
  protected DslPart body(Failure<AutochatClient> failure) {
    return newJsonBody(body -> body.stringType("message", words(failure))).build();
  }

  @Override
  protected String words(Failure<AutochatClient> failure) {
    return WORDS.get(failure.status());
  }

  @Override
  protected List<Failure<AutochatClient>> failures() {
    List<Failure<AutochatClient>> failures = new ArrayList<>();
    for (VendorCall<AutochatClient> call :
        List.of(LIST_OPTIONS, createCar("5f0c1b52-dealer", "abs"))) {
      failures.add(call.refused(401, Access.WRONG));
      failures.add(call.refused(401, Access.MISSING));
      failures.add(call.told(400));
      failures.add(call.told(500));
    }
    failures.add(LIST_OPTIONS.told(403));
    failures.add(
        createCar("switched-off", "abs")
            .failing(
                403,
                "the stock integration of dealership switched-off is off",
                "of a dealership whose integration is off"));
    failures.add(
        createCar("5f0c1b52-dealer", "no_such_option")
            .failing(
                422, "the option no_such_option does not exist", "with an option that is unknown"));
    return failures;
  }

  /** The fields that our contract requires, and one option. */
  private static VendorCall<AutochatClient> createCar(String dealership, String option) {
    Car car =
        Car.builder()
            .dealershipId(dealership)
            .internalId("SEB-21347958")
            .brand("bmw")
            .model("x6")
            .images(List.of())
            .options(List.of(option))
            .build();
    return new VendorCall<>(
        "createCar",
        "POST",
        "/api/cars",
        request -> VendorPact.json(request, sent(dealership, option)),
        c -> c.cars().createCar(car));
  }

  private static JsonNode sent(String dealership, String option) {
    ObjectNode car =
        (ObjectNode) Evidence.only(evidence("car"), "internalId", "brand", "model", "images");
    car.put("dealershipId", dealership).putArray("options").add(option);
    return car;
  }
}
