package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.Take;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Autochat, and Auth0 before it, do with a request that has passed all checks. */
final class AutochatBehaviour implements AutochatApi {

  /** The one audience: {@code TokenAudience} of the contract. */
  private static final String AUDIENCE = "http://api.autochat.com/";

  private final AutochatState state;
  private final Clients clients;
  private final Tokens tokens;
  private final RateLimit tokenLimit;
  private final AutochatOptions options = new AutochatOptions();

  AutochatBehaviour(AutochatState state, Clients clients, Tokens tokens, RateLimit tokenLimit) {
    this.state = state;
    this.clients = clients;
    this.tokens = tokens;
    this.tokenLimit = tokenLimit;
  }

  @Override
  public MockResponse createToken(CreateTokenRequest request) {
    String client = text(request.body(), "client_id");
    if (!clients.knows(client, text(request.body(), "client_secret"))) {
      throw new Refusal(401, "Client id or secret is wrong");
    }
    RateLimit.Window window = tokenLimit.count(client);
    if (window.exceeded()) {
      throw tokenLimit.refusal(
          window,
          "Too many tokens were asked for; one is valid for 24 hours. Go on at " + window.end());
    }
    String audience = text(request.body(), "audience");
    if (!audience.equals(AUDIENCE)) {
      throw new Refusal(
          403, "Client may not have a token for '%s', only for '%s'".formatted(audience, AUDIENCE));
    }
    String token = tokens.issue();
    return MockResponse.json(
        200,
        JsonWriter.object(
            out ->
                out.field("access_token", token)
                    .field("token_type", "Bearer")
                    .field("expires_in", Tokens.LIFETIME.toSeconds())));
  }

  @Override
  public MockResponse createCar(CreateCarRequest request) {
    Map<String, @Nullable Object> car = request.body();
    refuseUnknownOptions(Take.texts(car.get("options")));
    String dealership = text(car, "dealershipId");
    if (state.isSwitchedOff(dealership)) {
      throw new Refusal(
          403,
          "The stock integration of dealership '%s' is off; switch it on in the dashboard"
              .formatted(dealership));
    }
    state.put(car);
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> {
              for (String name : List.of("internalId", "licensePlate", "vin")) {
                if (car.get(name) != null) {
                  out.field(name, text(car, name));
                }
              }
            }));
  }

  @Override
  public MockResponse listOptions(ListOptionsRequest request) {
    return MockResponse.json(200, options.json());
  }

  private void refuseUnknownOptions(List<String> names) {
    Violations violations = new Violations();
    for (int i = 0; i < names.size(); i++) {
      String sent = names.get(i);
      if (!options.has(sent)) {
        String name = options.nameOf(sent);
        violations.note(
            "body field 'options[%d]' must be the name of an option in GET /api/options but was '%s'%s"
                .formatted(
                    i,
                    sent.length() > 100 ? sent.substring(0, 100) + "…" : sent,
                    name == null ? "" : ", the uuid of '" + name + "'"));
      }
    }
    if (!violations.isEmpty()) {
      throw new Refusal(422, violations.text());
    }
  }

  private static String text(Map<String, @Nullable Object> body, String name) {
    return String.valueOf(body.get(name));
  }
}
