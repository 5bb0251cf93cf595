package dev.forecourt.mock.autochat;

import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.text.Shown;
import java.util.List;

/** What Autochat, and Auth0 before it, do with a request that has passed all checks. */
final class AutochatBehaviour implements AutochatApi {

  /** The one audience: {@code TokenAudience} of the contract. */
  private static final String AUDIENCE = "http://api.autochat.com/";

  private final AutochatState state;
  private final Clients clients;
  private final Tokens tokens;
  private final RateLimit tokenLimit;
  private final Options options = new Options();

  AutochatBehaviour(AutochatState state, Clients clients, Tokens tokens, RateLimit tokenLimit) {
    this.state = state;
    this.clients = clients;
    this.tokens = tokens;
    this.tokenLimit = tokenLimit;
  }

  @Override
  public MockResponse createToken(CreateTokenRequest request) {
    String client = JsonTree.text(request.body(), "client_id");
    if (!clients.knows(client, JsonTree.text(request.body(), "client_secret"))) {
      throw new Refusal(401, "Client id or secret is wrong");
    }
    RateLimit.Window window = tokenLimit.count(client);
    if (window.exceeded()) {
      throw tokenLimit.refusal(
          window,
          "Too many tokens were asked for; one is valid for 24 hours. Go on at " + window.end());
    }
    String audience = JsonTree.text(request.body(), "audience");
    if (!audience.equals(AUDIENCE)) {
      throw new Refusal(
          403, "Client may not have a token for '%s', only for '%s'".formatted(audience, AUDIENCE));
    }
    return MockResponse.json(
        200,
        TokenJson.builder()
            .accessToken(tokens.issue())
            .tokenType("Bearer")
            .expiresIn(Tokens.LIFETIME.toSeconds())
            .build());
  }

  @Override
  public MockResponse createCar(CreateCarRequest request) {
    Car car = new Car(request.body());
    refuseUnknownOptions(car.options());
    if (state.isSwitchedOff(car.dealershipId())) {
      throw new Refusal(
          403,
          "The stock integration of dealership '%s' is off; switch it on in the dashboard"
              .formatted(car.dealershipId()));
    }
    state.put(car);
    return MockResponse.json(200, car.created());
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
            "body field 'options[%d]' must be the name of an option in GET /api/options but was %s%s"
                .formatted(
                    i,
                    Shown.value(sent),
                    name == null ? options.hint(sent) : ", the uuid of '" + name + "'"));
      }
    }
    if (!violations.isEmpty()) {
      throw new Refusal(422, violations.text());
    }
  }
}
