package dev.forecourt.autochat;

import dev.forecourt.autochat.api.CarsService;
import dev.forecourt.autochat.api.OptionsService;
import dev.forecourt.autochat.api.TokensService;
import dev.forecourt.autochat.model.TokenAudience;
import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All Autochat operations, grouped as in Autochat's documentation.
 *
 * <pre>{@code
 * try (AutochatClient client = AutochatClient.builder().clientCredentials(id, secret).build()) {
 *   client.cars().createCar(car);
 *   client.options().listOptions().forEach(option -> System.out.println(option.name()));
 * }
 * }</pre>
 *
 * <p>Gets a token when it needs one, from a host of its own, keeps it until shortly before its 24
 * hours end, and replaces it once when Autochat refuses it.
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.errors.VendorException}.
 */
public final class AutochatClient implements VendorClient {
  /** Host of the contract's staging system; tokens are the same (autochat.txt L21-25). */
  static final String STAGING = "https://staging.autochat.ai";

  /** Host of tokens in the contract (autochat.txt L25). */
  static final String TOKENS = "https://autochat-dev.eu.auth0.com";

  private final VendorConnection connection;
  private final VendorConnection withoutToken;
  private final CarsService cars;
  private final OptionsService options;
  private final TokensService tokens;

  private AutochatClient(VendorConnection connection, VendorConnection withoutToken) {
    this.connection = connection;
    this.withoutToken = withoutToken;
    this.cars = new CarsService(connection);
    this.options = new OptionsService(connection);
    this.tokens = new TokensService(connection);
  }

  /**
   * A builder; {@link Builder#clientCredentials} or {@link Builder#token} is needed for all but
   * {@code createToken}.
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client whose credentials and hosts come from the environment: {@code AUTOCHAT_CLIENT_ID} and
   * {@code AUTOCHAT_CLIENT_SECRET}, or {@code AUTOCHAT_TOKEN}; {@code AUTOCHAT_BASE_URL} and {@code
   * AUTOCHAT_TOKEN_BASE_URL}. Throws {@code IllegalArgumentException} that names all variables that
   * are missing.
   */
  public static AutochatClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** Tokens for all other calls; the client gets its own by itself. */
  public TokensService tokens() {
    return tokens;
  }

  /** The cars on sale. */
  public CarsService cars() {
    return cars;
  }

  /** Equipment that a car can have. */
  public OptionsService options() {
    return options;
  }

  @Override
  public void close() {
    connection.close();
    withoutToken.close();
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "AutochatClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Key token = Key.named("Autochat token");
    private Key clientId = Key.named("Autochat client id");
    private Key clientSecret = Key.named("Autochat client secret");
    private TokenAudience audience = TokenAudience.AUTOCHAT;
    private TokenStore tokenStore = TokenStore.inMemory();
    private @Nullable String tokenBaseUrl;
    private boolean staging;

    private Builder() {
      super("autochat");
    }

    /** What Autochat gave once an agreement was signed. Tokens are fetched with it. */
    public Builder clientCredentials(String clientId, String clientSecret) {
      this.clientId = this.clientId.with(clientId);
      this.clientSecret = this.clientSecret.with(clientSecret);
      return this;
    }

    /**
     * The same with a secret that is asked for with each request for a token, so that it may
     * change.
     */
    public Builder clientCredentials(String clientId, Supplier<String> clientSecret) {
      this.clientId = this.clientId.with(clientId);
      this.clientSecret = this.clientSecret.with(clientSecret);
      return this;
    }

    /** What the tokens are for. Default: the only audience that Autochat documents. */
    public Builder audience(String audience) {
      this.audience = TokenAudience.of(audience);
      return this;
    }

    /**
     * Where tokens are kept. Default: with this builder's clients. Give one that several processes
     * share, so that they ask for one token between them.
     */
    public Builder tokenStore(TokenStore tokenStore) {
      this.tokenStore = tokenStore;
      return this;
    }

    /**
     * Where to take the {@code access_token} from, for callers who get it themselves; asked with
     * each request. Default: none. Not beside {@link #clientCredentials}.
     */
    public Builder token(Supplier<String> token) {
      this.token = this.token.with(token);
      return this;
    }

    /** The same with a token that does not change, and is good for a day at most. */
    public Builder token(String token) {
      this.token = this.token.with(token);
      return this;
    }

    /**
     * Scheme, host and port to call instead of Autochat's, such as {@code http://localhost:4014},
     * for tokens as well unless {@link #tokenBaseUrl} is set.
     */
    @Override
    public Builder baseUrl(String baseUrl) {
      // a host named after staging() must not leave the secret to go to the real token host
      staging = false;
      return super.baseUrl(baseUrl);
    }

    /** Scheme, host and port to get tokens from. Default: the base URL, else the contract's. */
    public Builder tokenBaseUrl(String tokenBaseUrl) {
      this.tokenBaseUrl = tokenBaseUrl;
      return this;
    }

    /**
     * Calls Autochat's staging system, whose tokens come from the same host as production's. In
     * place of {@link #baseUrl}; the later call of the two counts.
     */
    public Builder staging() {
      super.baseUrl(STAGING);
      staging = true;
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public AutochatClient build() {
      Environment environment = environment();
      boolean fetches = clientId.isSet() || clientSecret.isSet();
      if (token.isSet() && fetches) {
        throw new IllegalArgumentException(
            "Autochat token and clientCredentials exclude each other. Give one of them to the"
                + " builder.");
      }
      Key given = fetches ? token : environment.optional(token, "TOKEN");
      Key id = token.isSet() ? clientId : environment.optional(clientId, "CLIENT_ID");
      Key secret =
          token.isSet() ? clientSecret : environment.optional(clientSecret, "CLIENT_SECRET");
      checkChoice(environment, given, id, secret);
      String tokenBase = ownTokenBaseUrl();
      if (tokenBase != null || staging) {
        otherServer(TOKENS, tokenHost(tokenBase));
      }
      VendorConnection withoutToken = connect(profile(Map.of()));
      Map<String, Credential> credentials = Map.of();
      if (given.isSet()) {
        credentials = Map.of("Bearer", Credential.header("Authorization", "Bearer ", given));
      } else if (id.isSet()) {
        credentials =
            Map.of(
                "Bearer",
                new ClientCredentials(
                        id.current("autochat", "createToken"),
                        secret,
                        audience,
                        tokenHost(tokenBase),
                        clock(),
                        withoutToken)
                    .credential(tokenStore));
      }
      return new AutochatClient(withoutToken.with(profile(credentials)), withoutToken);
    }

    /** Nothing at all is enough for {@code createToken}, unless the environment was asked. */
    private static void checkChoice(Environment environment, Key token, Key id, Key secret) {
      if (token.isSet()) {
        if (id.isSet() || secret.isSet()) {
          throw new IllegalArgumentException(
              "AUTOCHAT_TOKEN excludes AUTOCHAT_CLIENT_ID and AUTOCHAT_CLIENT_SECRET. Set one or"
                  + " the other.");
        }
        token.checked();
        return;
      }
      environment.required(id, "CLIENT_ID");
      environment.required(secret, "CLIENT_SECRET");
      environment.refuseMissing();
      if (id.isSet() || secret.isSet()) {
        id.checked();
        secret.checked();
      }
    }

    /**
     * Not that of the environment beside a base URL of the builder's: a secret goes with its host.
     */
    private @Nullable String ownTokenBaseUrl() {
      if (tokenBaseUrl != null || hasOwnBaseUrl()) {
        return tokenBaseUrl;
      }
      return environment().value("TOKEN_BASE_URL");
    }

    private String tokenHost(@Nullable String own) {
      return own != null ? own : staging ? TOKENS : baseUrlOr(TOKENS);
    }

    private static VendorProfile profile(Map<String, Credential> credentials) {
      return new VendorProfile(
          "autochat",
          "Autochat",
          credentials,
          ErrorBodyReader.at("/error", "/error_description")
              .or(ErrorBodyReader.at("/code", "/message")));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
