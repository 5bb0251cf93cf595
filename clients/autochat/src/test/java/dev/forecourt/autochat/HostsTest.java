package dev.forecourt.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.kit.Specs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which hosts the client calls, by the servers of specs/autochat. */
class HostsTest {
  private static final Specs SPECS = new Specs("autochat");
  private static final JsonNode SERVERS = SPECS.yaml("openapi.yaml").get("servers");
  private static final String PRODUCTION = SERVERS.get(0).get("url").asText();
  private static final String STAGING = SERVERS.get(1).get("url").asText();
  private static final String TOKENS =
      SPECS.yaml("paths/oauth_token.yaml").at("/post/servers/0/url").asText();

  private final List<String> urls = new ArrayList<>();

  private AutochatClient.Builder builder() {
    return AutochatClient.builder()
        .clientCredentials("forecourt", "s3cret")
        .transport(
            request -> {
              urls.add(request.uri().toString());
              String body =
                  request.uri().getPath().endsWith("/oauth/token")
                      ? "{\"access_token\":\"t-1\"}"
                      : "[]";
              return new WireResponse(200, Map.of(), body.getBytes(StandardCharsets.UTF_8));
            });
  }

  private List<String> calledBy(AutochatClient.Builder builder) {
    try (AutochatClient client = builder.build()) {
      client.options().listOptions();
    }
    return urls;
  }

  @Test
  void namesTheHostsOfTheContract() {
    assertThat(AutochatClient.STAGING).isEqualTo(STAGING);
    assertThat(AutochatClient.TOKENS).isEqualTo(TOKENS);
  }

  @Test
  void callsProductionAndTheTokenHostByDefault() {
    assertThat(calledBy(builder()))
        .containsExactly(TOKENS + "/oauth/token", PRODUCTION + "/api/options");
  }

  @Test
  void callsStagingWithTokensOfTheSameHost() {
    assertThat(calledBy(builder().staging()))
        .containsExactly(TOKENS + "/oauth/token", STAGING + "/api/options");
  }

  @Test
  void callsTheBaseUrlForTokensToo() {
    assertThat(calledBy(builder().baseUrl("http://localhost:4014")))
        .containsExactly("http://localhost:4014/oauth/token", "http://localhost:4014/api/options");
  }

  @Test
  void callsTheTokenBaseUrlForTokensAlone() {
    assertThat(calledBy(builder().tokenBaseUrl("http://localhost:4015")))
        .containsExactly("http://localhost:4015/oauth/token", PRODUCTION + "/api/options");
  }

  /** The secret must not go to the real host after somebody has named another. */
  @Test
  void forgetsStagingWhenABaseUrlFollows() {
    assertThat(calledBy(builder().staging().baseUrl("http://localhost:4014")))
        .containsExactly("http://localhost:4014/oauth/token", "http://localhost:4014/api/options");
  }

  @Test
  void refusesBothATokenAndCredentials() {
    assertThatThrownBy(() -> builder().token(() -> "t").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Autochat token and clientCredentials exclude each other. Give one of them to the"
                + " builder.");
  }

  @Test
  void refusesHalfOfTheCredentials() {
    assertThatThrownBy(() -> AutochatClient.builder().clientCredentials("id", "").build())
        .hasMessage("Autochat client secret is missing. Give it to the builder.");
    assertThatThrownBy(() -> AutochatClient.builder().clientCredentials(" ", "s").build())
        .hasMessage("Autochat client id is missing. Give it to the builder.");
  }

  @Test
  void refusesATokenBaseUrlThatCannotWork() {
    assertThatThrownBy(() -> builder().tokenBaseUrl("localhost:4015").build())
        .hasMessage(
            "Base URL must start with http:// or https://: localhost:4015. Add the scheme.");
  }
}
