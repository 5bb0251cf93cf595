package dev.forecourt.autochat;

import dev.forecourt.autochat.api.CarsService;
import dev.forecourt.autochat.api.OptionsService;
import dev.forecourt.autochat.api.TokensService;
import dev.forecourt.runtime.Credential;
import dev.forecourt.runtime.ErrorBodyReader;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.VendorConnection;
import dev.forecourt.runtime.VendorProfile;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All Autochat operations, grouped as in Autochat's documentation.
 *
 * <pre>{@code
 * try (AutochatClient client = AutochatClient.builder().token(() -> token).build()) {
 *   client.cars().createCar(car);
 *   client.options().listOptions().forEach(option -> System.out.println(option.name()));
 * }
 * }</pre>
 *
 * <p>A token comes from {@code tokens().createToken}, on a host of its own and without a token. It
 * lives 24 hours: keep it.
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.VendorException}.
 */
public final class AutochatClient implements VendorClient {
  private final VendorConnection connection;
  private final CarsService cars;
  private final OptionsService options;
  private final TokensService tokens;

  private AutochatClient(VendorConnection connection) {
    this.connection = connection;
    this.cars = new CarsService(connection);
    this.options = new OptionsService(connection);
    this.tokens = new TokensService(connection);
  }

  /** A builder; {@link Builder#token} is needed for all but {@code createToken}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Tokens for all other calls. */
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
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "AutochatClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private @Nullable Supplier<String> token;

    private Builder() {}

    /**
     * Where to take the {@code access_token} from; asked with each request. Default: none, and only
     * {@code createToken} can be called.
     */
    public Builder token(Supplier<String> token) {
      this.token = token;
      return this;
    }

    /**
     * Scheme, host and port to call instead of Autochat's, such as {@code http://localhost:4014},
     * for the token host as well.
     */
    @Override
    public Builder baseUrl(String baseUrl) {
      return super.baseUrl(baseUrl);
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public AutochatClient build() {
      Map<String, Credential> credentials =
          token == null ? Map.of() : Map.of("Bearer", Credential.bearer(token));
      return new AutochatClient(
          connect(
              new VendorProfile(
                  "autochat",
                  "Autochat",
                  credentials,
                  ErrorBodyReader.at("/error", "/error_description")
                      .or(ErrorBodyReader.at("/code", "/message")))));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
