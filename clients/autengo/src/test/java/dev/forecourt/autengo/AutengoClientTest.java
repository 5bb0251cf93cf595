package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.kit.AbstractVendorClientTest;
import dev.forecourt.runtime.kit.WireAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Autengo's client shares with the others, and how it takes its credentials. */
class AutengoClientTest extends AbstractVendorClientTest<AutengoClient.Builder, AutengoClient> {

  @Override
  protected AutengoClient.Builder builder() {
    return AutengoClient.builder().apiKey("k3y-{with}-braces").jwt("jwt-0").sessionToken("s3ssion");
  }

  @Override
  protected AutengoClient build(AutengoClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object read(AutengoClient client) {
    return client.vehicles().getVehicle("AIQWXW");
  }

  @Override
  protected Object write(AutengoClient client) {
    return client
        .tokens()
        .createToken(TokenPost.builder().dealerAlzuraId(1).userAlzuraId(2).build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("k3y-{with}-braces", "jwt-0", "s3ssion");
  }

  @Override
  protected String readPath() {
    return "/v3/vehicle/AIQWXW";
  }

  @Override
  protected String readName() {
    return "autengo getVehicle";
  }

  @Test
  void sendsEachCredentialInItsOwnHeader() {
    server.answer("{}");

    read(client());

    assertThat(server.request().header("X-Api-Key")).isEqualTo("k3y-{with}-braces");
    assertThat(server.request().header("Authorization")).isEqualTo("JWT jwt-0");
    assertThat(server.request().header("X-Authorization")).isEqualTo("Bearer s3ssion");
  }

  @Test
  void sendsTheKeyAloneWithoutATokenWhereItIsEnough() {
    server.answer("{}");

    try (AutengoClient bare = AutengoClient.builder().apiKey("k").baseUrl(server.url()).build()) {
      bare.vehicles().getVehicle("AIQWXW");
    }

    assertThat(server.request().header("X-Api-Key")).isEqualTo("k");
    assertThat(server.request().headers("Authorization")).isEmpty();
    assertThat(server.request().headers("X-Authorization")).isEmpty();
  }

  @Test
  void refusesToRenewATokenWithoutOne() {
    try (AutengoClient bare = AutengoClient.builder().apiKey("k").baseUrl(server.url()).build()) {
      assertThatThrownBy(() -> bare.tokens().refreshToken())
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "autengo refreshToken needs ApiKey Jwt or ApiKey SessionToken, and the client has"
                  + " ApiKey. Give the credential to the builder.");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void refusesAMissingKey() {
    assertThatThrownBy(() -> AutengoClient.builder().jwt("j").build())
        .hasMessage("Autengo API key is missing. Give it to the builder.");
  }

  @Test
  void readsTheVendorsWords() {
    server.answer(
        WireAnswer.json(400, "{\"status\":\"error\",\"statusText\":\"Invalid request\"}"));

    assertThatThrownBy(() -> read(client()))
        .isInstanceOf(BadRequestException.class)
        .hasMessage(
            "autengo getVehicle: 400 Bad Request for GET /v3/vehicle/AIQWXW. Autengo says: \"Invalid"
                + " request\" (code error). Correct the request.");
  }
}
