package dev.forecourt.autengo;

import dev.forecourt.autengo.api.ContactsService;
import dev.forecourt.autengo.api.OpportunitiesService;
import dev.forecourt.autengo.api.TokensService;
import dev.forecourt.autengo.api.VehiclesService;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All Autengo operations, grouped as in Autengo's documentation.
 *
 * <pre>{@code
 * try (AutengoClient client = AutengoClient.builder().apiKey(key).baseUrl(host).build()) {
 *   ListVehiclesQuery query = VehicleQuery.builder().where(Column.KILOMETERS).between(25000, 250000).build();
 *   client.vehicles().listVehicles(query).stream().limit(20).forEach(vehicle -> System.out.println(vehicle.makeName()));
 * }
 * }</pre>
 *
 * <p>Without a base URL it calls the test host, the only one that Autengo names.
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.errors.VendorException}.
 */
public final class AutengoClient implements VendorClient {
  /** Host of the contract, the only one that Autengo names (autengo.txt L21-22). */
  static final String TEST_HOST = "https://api.dev-stage.autengo.com";

  private final VendorConnection connection;
  private final VendorConnection sessions;
  private final ContactsService contacts;
  private final OpportunitiesService opportunities;
  private final TokensService tokens;
  private final VehiclesService vehicles;

  private AutengoClient(VendorConnection connection, VendorConnection sessions) {
    this.connection = connection;
    this.sessions = sessions;
    this.contacts = new ContactsService(connection);
    this.opportunities = new OpportunitiesService(connection);
    this.tokens = new TokensService(connection);
    this.vehicles = new VehiclesService(connection);
  }

  /** A builder; {@link Builder#apiKey} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client whose credentials and base URL come from the environment: {@code AUTENGO_API_KEY},
   * {@code AUTENGO_JWT}, {@code AUTENGO_DEALER_ALZURA_ID} with {@code AUTENGO_USER_ALZURA_ID}, or
   * {@code AUTENGO_SESSION_TOKEN}, and {@code AUTENGO_BASE_URL}; only the first is required. Throws
   * {@code IllegalArgumentException} that names all variables that are missing.
   */
  public static AutengoClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** The stock of the dealer, and the makes, models and values to filter it by. */
  public VehiclesService vehicles() {
    return vehicles;
  }

  /** Leads: customers who ask about a vehicle. */
  public OpportunitiesService opportunities() {
    return opportunities;
  }

  /** Customers and other business contacts of the dealer. */
  public ContactsService contacts() {
    return contacts;
  }

  /** Tokens for a user of a dealer. */
  public TokensService tokens() {
    return tokens;
  }

  static VendorProfile profile(Map<String, Credential> credentials) {
    return new VendorProfile(
        "autengo", "Autengo", credentials, ErrorBodyReader.at("/status", "/statusText"));
  }

  @Override
  public void close() {
    connection.close();
    sessions.close();
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "AutengoClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Key apiKey = Key.named("Autengo API key");
    private Key jwt = Key.named("Autengo JWT");
    private Key sessionToken = Key.named("Autengo session token");
    private String jwtPrefix = "JWT";
    private String sessionTokenPrefix = "Bearer";
    private @Nullable TokenPost session;
    private TokenStore tokenStore = TokenStore.inMemory();

    private Builder() {
      super("autengo");
    }

    /** The key. It is sent as it is in {@code X-Api-Key}. */
    public Builder apiKey(String apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /** The same, asked for with each request, so that it may change. Must be quick. */
    public Builder apiKey(Supplier<String> apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /** A token without its scheme word; sent as {@code Authorization: JWT ...}. Default: none. */
    public Builder jwt(String jwt) {
      this.jwt = this.jwt.with(jwt);
      return this;
    }

    /** The same, asked for with each request, so that it may change. Must be quick. */
    public Builder jwt(Supplier<String> jwt) {
      this.jwt = this.jwt.with(jwt);
      return this;
    }

    /**
     * A token from {@code createToken}, without its scheme word; sent as {@code X-Authorization:
     * Bearer ...}. Default: none.
     */
    public Builder sessionToken(String sessionToken) {
      this.sessionToken = this.sessionToken.with(sessionToken);
      return this;
    }

    /** The same, asked for with each request, so that it may change. Must be quick. */
    public Builder sessionToken(Supplier<String> sessionToken) {
      this.sessionToken = this.sessionToken.with(sessionToken);
      return this;
    }

    /**
     * For whom session tokens are fetched: with {@code createToken} when one is needed, with {@code
     * refreshToken} shortly before it ends, and anew after a 401. Default: none. Not beside {@link
     * #sessionToken}.
     */
    public Builder session(long dealerAlzuraId, long userAlzuraId) {
      this.session = user(dealerAlzuraId, userAlzuraId);
      return this;
    }

    /** Where tokens of a {@link #session} are kept. Default: with this builder's clients. */
    public Builder tokenStore(TokenStore tokenStore) {
      this.tokenStore = tokenStore;
      return this;
    }

    /** Word before the JWT. Default {@code JWT}; empty for none. */
    public Builder jwtPrefix(String jwtPrefix) {
      this.jwtPrefix = jwtPrefix;
      return this;
    }

    /** Word before the session token. Default {@code Bearer}; empty for none. */
    public Builder sessionTokenPrefix(String sessionTokenPrefix) {
      this.sessionTokenPrefix = sessionTokenPrefix;
      return this;
    }

    /**
     * Language of texts in answers, where the operation takes one and the call names no other.
     * Default: none is sent.
     */
    public Builder language(Language language) {
      headerWhereTaken("Accept-Language", language.value());
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public AutengoClient build() {
      if (session != null && sessionToken.isSet()) {
        throw new IllegalArgumentException(
            "Autengo session and sessionToken exclude each other. Give one of them to the builder.");
      }
      Environment environment = environment();
      Key key = environment.required(apiKey, "API_KEY");
      Key bearer = environment.optional(jwt, "JWT");
      boolean chosen = session != null || sessionToken.isSet();
      TokenPost user = chosen ? session : user(environment);
      Key token = chosen ? sessionToken : environment.optional(sessionToken, "SESSION_TOKEN");
      environment.refuseMissing();
      if (user != null && token.isSet()) {
        throw new IllegalArgumentException(
            "AUTENGO_SESSION_TOKEN excludes AUTENGO_DEALER_ALZURA_ID and AUTENGO_USER_ALZURA_ID."
                + " Set one or the other.");
      }
      Map<String, Credential> credentials = new HashMap<>();
      credentials.put("ApiKey", Credential.header("X-Api-Key", key.checked()));
      if (bearer.isSet()) {
        credentials.put(
            "Jwt",
            Credential.header(
                "Authorization", prefix("Autengo JWT prefix", jwtPrefix), bearer.checked()));
      }
      String scheme = prefix("Autengo session token prefix", sessionTokenPrefix);
      if (token.isSet()) {
        token.checked();
      }
      VendorConnection sessions = connect(profile(credentials));
      if (user != null) {
        credentials.put(
            "SessionToken",
            new Session(user, baseUrlOr(TEST_HOST), scheme, clock(), sessions, credentials)
                .credential(tokenStore));
      } else if (token.isSet()) {
        credentials.put("SessionToken", Credential.header(Session.HEADER, scheme, token));
      }
      return new AutengoClient(sessions.with(profile(credentials)), sessions);
    }

    private static @Nullable TokenPost user(Environment environment) {
      Long dealer = environment.number("DEALER_ALZURA_ID");
      Long user = environment.number("USER_ALZURA_ID");
      if (dealer == null && user == null) {
        return null;
      }
      if (dealer == null || user == null) {
        environment.need(dealer == null ? "DEALER_ALZURA_ID" : "USER_ALZURA_ID");
        return null;
      }
      return user(dealer, user);
    }

    private static TokenPost user(long dealerAlzuraId, long userAlzuraId) {
      return TokenPost.builder().dealerAlzuraId(dealerAlzuraId).userAlzuraId(userAlzuraId).build();
    }

    private static String prefix(String name, String word) {
      return word.isEmpty() ? "" : checkedKey(name, word) + " ";
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
