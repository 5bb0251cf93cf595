package dev.forecourt.autengo;

import dev.forecourt.autengo.api.ContactsService;
import dev.forecourt.autengo.api.OpportunitiesService;
import dev.forecourt.autengo.api.TokensService;
import dev.forecourt.autengo.api.VehiclesService;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autengo.model.TokenPost;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.HashMap;
import java.util.Map;
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
    private @Nullable String apiKey;
    private @Nullable String jwt;
    private @Nullable String sessionToken;
    private String jwtPrefix = "JWT";
    private String sessionTokenPrefix = "Bearer";
    private @Nullable TokenPost session;
    private TokenStore tokenStore = TokenStore.inMemory();

    private Builder() {}

    /** The key. It is sent as it is in {@code X-Api-Key}. */
    public Builder apiKey(String apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** A token without its scheme word; sent as {@code Authorization: JWT ...}. Default: none. */
    public Builder jwt(String jwt) {
      this.jwt = jwt;
      return this;
    }

    /**
     * A token from {@code createToken}, without its scheme word; sent as {@code X-Authorization:
     * Bearer ...}. Default: none.
     */
    public Builder sessionToken(String sessionToken) {
      this.sessionToken = sessionToken;
      return this;
    }

    /**
     * For whom session tokens are fetched: with {@code createToken} when one is needed, with {@code
     * refreshToken} shortly before it ends, and anew after a 401. Default: none. Not beside {@link
     * #sessionToken}.
     */
    public Builder session(long dealerAlzuraId, long userAlzuraId) {
      this.session =
          TokenPost.builder().dealerAlzuraId(dealerAlzuraId).userAlzuraId(userAlzuraId).build();
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
      if (session != null && sessionToken != null) {
        throw new IllegalArgumentException(
            "Autengo session and sessionToken exclude each other. Give one of them to the builder.");
      }
      Map<String, Credential> credentials = new HashMap<>();
      credentials.put(
          "ApiKey", Credential.header("X-Api-Key", checkedKey("Autengo API key", apiKey)));
      if (jwt != null) {
        String token = checkedKey("Autengo JWT", jwt);
        credentials.put(
            "Jwt",
            Credential.header("Authorization", prefix("Autengo JWT prefix", jwtPrefix), token));
      }
      String scheme = prefix("Autengo session token prefix", sessionTokenPrefix);
      VendorConnection sessions = connect(profile(credentials));
      if (session != null) {
        credentials.put(
            "SessionToken",
            new Session(session, baseUrlOr(TEST_HOST), scheme, clock(), sessions, credentials)
                .credential(tokenStore));
      } else if (sessionToken != null) {
        String token = checkedKey("Autengo session token", sessionToken);
        credentials.put("SessionToken", Credential.header(Session.HEADER, scheme, token));
      }
      return new AutengoClient(sessions.with(profile(credentials)), sessions);
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
