package dev.forecourt.autochat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autochat.model.Car;
import dev.forecourt.autochat.model.GrantType;
import dev.forecourt.autochat.model.Option;
import dev.forecourt.autochat.model.Token;
import dev.forecourt.autochat.model.TokenAudience;
import dev.forecourt.autochat.model.TokenRequest;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.AbstractOperationsTest;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import org.junit.jupiter.api.Test;

/** Answers are Autochat's samples, from specs/autochat/evidence. */
class OperationsWireTest extends AbstractOperationsTest<AutochatClient> {

  OperationsWireTest() {
    super("autochat");
  }

  static Car car() {
    return VendorJson.read(new Specs("autochat").evidence("car"), Car.class);
  }

  static TokenRequest tokenRequest() {
    return TokenRequest.builder()
        .clientId("autochat-test-client")
        .clientSecret("autochat-test-secret")
        .audience(TokenAudience.AUTOCHAT)
        .grantType(GrantType.CLIENT_CREDENTIALS)
        .build();
  }

  @Override
  protected AutochatClient build(String baseUrl) {
    return AutochatClient.builder().token(() -> "t0ken").baseUrl(baseUrl).build();
  }

  @Override
  protected void assertCommonHeaders(WireRequest request) {
    assertThat(request.header("Accept")).isEqualTo("application/json");
    boolean open = request.line().equals("POST /oauth/token");
    assertThat(request.headers("Authorization"))
        .isEqualTo(open ? java.util.List.of() : java.util.List.of("Bearer t0ken"));
  }

  @Test
  void createsAToken() {
    answer("token");

    Token token = client().tokens().createToken(tokenRequest());

    assertSent(
        "POST /oauth/token",
        "{\"client_id\":\"autochat-test-client\",\"client_secret\":\"autochat-test-secret\","
            + "\"audience\":\"http://api.autochat.com/\",\"grant_type\":\"client_credentials\"}");
    assertThat(token.tokenType()).isEqualTo("Bearer");
    assertThat(token.expiresIn()).isNull();
    assertThat(token.toString()).doesNotContain(token.accessToken());
  }

  @Test
  void createsACar() {
    server.answer(WireAnswer.json(201, "{\"vin\":\"WAVWGBFH3AN026569\"}"));

    var created = client().cars().createCar(car());

    assertSentSample("POST /api/cars", "car");
    assertThat(created.vin()).isEqualTo("WAVWGBFH3AN026569");
  }

  @Test
  void listsOptions() {
    answer("optionList");

    var options = client().options().listOptions();

    assertSent("GET /api/options");
    assertThat(options).extracting(Option::name).contains("power_steering");
  }
}
