package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.engine.ExtraRoute;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.vendor.MockSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of OAuth 2 (RFC 6749, 4.4): gives bearer tokens to a client that knows its
 * secret, in the header or in the form.
 */
final class TokenRoute implements ExtraRoute {

  /** Seconds that a token is good for. */
  static final int LIFETIME = 3600;

  private final Set<String> paths;
  private final Set<String> scopes;
  private final TestCredentials credentials;
  private final ConventionState state;
  private final MockSettings settings;

  TokenRoute(
      Set<String> paths,
      Set<String> scopes,
      TestCredentials credentials,
      ConventionState state,
      MockSettings settings) {
    this.paths = paths;
    this.scopes = scopes;
    this.credentials = credentials;
    this.state = state;
    this.settings = settings;
  }

  @Override
  public @Nullable MockResponse answer(MockRequest request) {
    if (!paths.contains(request.path()) || !request.method().equals("POST")) {
      return null;
    }
    Map<String, List<String>> form;
    try {
      form = UrlEncoded.parse(new String(request.body(), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return error(400, "invalid_request", "the form cannot be read: " + e.getMessage());
    }
    String grant = one(form, "grant_type");
    if (!grant.equals("client_credentials")) {
      return error(
          400,
          grant.isEmpty() ? "invalid_request" : "unsupported_grant_type",
          "grant_type must be client_credentials; for other flows send a standing token");
    }
    if (!isClient(request, form)) {
      return error(401, "invalid_client", "client id or secret is missing or wrong")
          .with("WWW-Authenticate", "Basic");
    }
    for (String scope : one(form, "scope").split(" ")) {
      if (!scope.isEmpty() && !scopes.isEmpty() && !scopes.contains(scope)) {
        return error(400, "invalid_scope", "the contract has no scope of that name");
      }
    }
    return token(one(form, "scope"));
  }

  private boolean isClient(MockRequest request, Map<String, List<String>> form) {
    String client = one(form, "client_id");
    String secret = one(form, "client_secret");
    String header = request.header("Authorization");
    if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
      try {
        String pair =
            new String(
                Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        client = colon < 0 ? pair : decoded(pair.substring(0, colon));
        secret = colon < 0 ? "" : decoded(pair.substring(colon + 1));
      } catch (IllegalArgumentException e) {
        return false;
      }
    }
    boolean standing = client.equals(credentials.client()) && secret.equals(credentials.secret());
    return standing || !client.isEmpty() && settings.keys().contains(secret);
  }

  private static String decoded(String text) {
    return one(UrlEncoded.parse("x=" + text), "x");
  }

  private static String one(Map<String, List<String>> form, String name) {
    List<String> values = form.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  private MockResponse token(String scope) {
    String token = settings.ids().get().toString().replace("-", "");
    state.locked(
        () -> state.remember(token, settings.clock().instant().plusSeconds(LIFETIME), scope));
    return MockResponse.json(
            200,
            JsonWriter.object(
                out -> {
                  out.field("access_token", token).field("token_type", "Bearer");
                  out.field("expires_in", LIFETIME);
                  if (!scope.isEmpty()) {
                    out.field("scope", scope);
                  }
                }))
        .with("Cache-Control", "no-store");
  }

  private static MockResponse error(int status, String code, String message) {
    return MockResponse.json(
        status,
        JsonWriter.object(out -> out.field("error", code).field("error_description", message)));
  }
}
