package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.JsonIn;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gets tokens by client id and secret (RFC 6749, section 4.4). Made by generated clients. */
public final class ClientCredentials {
  /** For an answer without {@code expires_in}. */
  private static final Duration USUAL_LIFETIME = Duration.ofHours(1);

  private final Operation operation;
  private final String id;
  private final Key secret;
  private final String scope;
  private final boolean secretInForm;
  private final Clock clock;
  private final VendorConnection connection;

  private ClientCredentials(
      Operation operation,
      String id,
      Key secret,
      String scope,
      boolean secretInForm,
      Clock clock,
      VendorConnection connection) {
    this.operation = operation;
    this.id = id;
    this.secret = secret;
    this.scope = scope;
    this.secretInForm = secretInForm;
    this.clock = clock;
    this.connection = connection;
  }

  /**
   * A bearer token that is fetched when one is needed, kept until shortly before its end, and
   * replaced once after a 401.
   *
   * @param host of the contract's token URL
   * @param path of it
   * @param asked the host that is asked in its place, for the name under which tokens are kept
   * @param scope names of scopes with spaces between; empty for none
   * @param secretInForm whether id and secret go in the form instead of the header, as few token
   *     endpoints want it ({@code client_secret_post})
   * @param store keeps tokens
   * @param withoutToken sends no credentials
   */
  public static Credential of(
      String host,
      String path,
      String asked,
      Key id,
      Key secret,
      String scope,
      boolean secretInForm,
      TokenStore store,
      Clock clock,
      VendorConnection withoutToken) {
    String vendor = withoutToken.vendor();
    String client = id.current(vendor, "token");
    ClientCredentials grant =
        new ClientCredentials(
            Operation.of("token", "POST", path, host).onServer(host),
            client,
            secret,
            scope,
            secretInForm,
            clock,
            withoutToken);
    // with the host: a stub's token must not reach the vendor through a store that both share
    String name = vendor + " token of " + client + " for '" + scope + "' from " + asked + path;
    return Credential.token(
        "Authorization", "Bearer ", name, store, clock, secret::secrets, grant::next);
  }

  private AccessToken next(Optional<AccessToken> before, Duration timeout) {
    Map<String, Json> form = new LinkedHashMap<>();
    form.put("grant_type", Json.of("client_credentials"));
    if (!scope.isEmpty()) {
      form.put("scope", Json.of(scope));
    }
    RequestParameters parameters = connection.parameters().header("Accept", "application/json");
    if (secretInForm) {
      form.put("client_id", Json.of(id));
      form.put("client_secret", Json.of(secret.current(connection.vendor(), "token")));
    } else {
      parameters.header("Authorization", "Basic " + pair());
    }
    parameters.body("application/x-www-form-urlencoded", Json.object(form));
    // the vendor may repeat it in its error
    parameters.hiding(secret.current(connection.vendor(), "token"));
    return issued(sent(parameters, timeout));
  }

  private Json sent(RequestParameters parameters, Duration timeout) {
    return connection
        .call(
            operation,
            connection.tokenOptions(timeout),
            AnswerReader.of(JsonIn::json),
            parameters,
            it -> new PreparedRequest(operation.path(), headers(it), it.body()))
        .model();
  }

  private AccessToken issued(Json answer) {
    BigDecimal seconds =
        answer.at("/expires_in").flatMap(Json::scalar).map(ClientCredentials::number).orElse(null);
    String token = answer.at("/access_token").flatMap(Json::text).orElse("");
    return AccessToken.issued(
        token, clock.instant(), AccessToken.lifetime(seconds, USUAL_LIFETIME));
  }

  private static BigDecimal number(String text) {
    return Json.of(text)
        .text()
        .filter(each -> each.matches("[0-9]{1,12}(\\.[0-9]{1,3})?"))
        .map(BigDecimal::new)
        .orElse(BigDecimal.ZERO);
  }

  /** Encoded as forms are, before it becomes Base64 (RFC 6749, section 2.3.1). */
  private String pair() {
    String text = encoded(id) + ":" + encoded(secret.current(connection.vendor(), "token"));
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Map<String, List<String>> headers(RequestParameters parameters) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    parameters.headers().forEach((name, value) -> headers.put(name, List.of((String) value)));
    return headers;
  }

  /** The client's id is no secret; without the secret. */
  @Override
  public String toString() {
    return "ClientCredentials{" + id + ", ****}";
  }
}
