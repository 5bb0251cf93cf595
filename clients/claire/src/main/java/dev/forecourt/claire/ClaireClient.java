package dev.forecourt.claire;

import dev.forecourt.claire.api.AppointmentsService;
import dev.forecourt.claire.api.CarsService;
import dev.forecourt.claire.api.ChecksService;
import dev.forecourt.claire.api.LocationsService;
import dev.forecourt.claire.api.QuestionsService;
import dev.forecourt.claire.api.TagsService;
import dev.forecourt.claire.api.WebhooksService;
import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import dev.forecourt.runtime.limits.RateLimit;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All Claire operations, grouped as in Claire's documentation.
 *
 * <pre>{@code
 * try (ClaireClient client = ClaireClient.builder().apiKey(key).build()) {
 *   for (DealerLocation location : client.locations().listLocations()) {
 *     System.out.println(location.name());
 *   }
 *   Appointment appointment = client.appointments().getAppointment(4711823);
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.errors.VendorException}.
 */
public final class ClaireClient implements VendorClient {
  /**
   * 10,800 requests an hour with one API key, of whatever operations (claire.txt L1479). Beyond
   * them Claire answers 429; {@code forecourt-bucket4j} has a limiter that keeps below.
   */
  public static final RateLimit RATE_LIMIT = new RateLimit(10_800, Duration.ofHours(1));

  private final VendorConnection connection;
  private final AppointmentsService appointments;
  private final CarsService cars;
  private final ChecksService checks;
  private final LocationsService locations;
  private final QuestionsService questions;
  private final TagsService tags;
  private final WebhooksService webhooks;

  private ClaireClient(VendorConnection connection) {
    this.connection = connection;
    this.appointments = new AppointmentsService(connection);
    this.cars = new CarsService(connection);
    this.checks = new ChecksService(connection);
    this.locations = new LocationsService(connection);
    this.questions = new QuestionsService(connection);
    this.tags = new TagsService(connection);
    this.webhooks = new WebhooksService(connection);
  }

  /** A builder; {@link Builder#apiKey} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client whose credentials and base URL come from the environment: {@code CLAIRE_API_KEY} and
   * {@code CLAIRE_BASE_URL}. Throws {@code IllegalArgumentException} that names all variables that
   * are missing.
   */
  public static ClaireClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** Visits of cars to the workshop, and their import. */
  public AppointmentsService appointments() {
    return appointments;
  }

  /** Check lists as they were worked through on a car. */
  public ChecksService checks() {
    return checks;
  }

  /** The locations of the dealer. */
  public LocationsService locations() {
    return locations;
  }

  /** Labels on questions. */
  public TagsService tags() {
    return tags;
  }

  /** What check lists ask. */
  public QuestionsService questions() {
    return questions;
  }

  /** Cars that the dealer knows. */
  public CarsService cars() {
    return cars;
  }

  /** Calls that Claire makes to us. {@link ClaireWebhooks} reads them and sets them up safely. */
  public WebhooksService webhooks() {
    return webhooks;
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "ClaireClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Key apiKey = Key.named("Claire API key");
    private boolean inQuery;

    private Builder() {
      super("claire");
    }

    /** The key from the menu "Claire API". It is sent as it is, without a scheme word. */
    public Builder apiKey(String apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /** The same, asked for with each request, so that it may change. Must be quick. */
    public Builder apiKey(Supplier<String> apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /**
     * Whether to send the key as {@code api_key} in the query, where it ends up in logs of others:
     * those of proxies, and the JDK's {@code jdk.internal.httpclient.debug} if that is set to
     * DEBUG. Default false: in the header {@code Authorization}.
     */
    public Builder apiKeyInQuery(boolean inQuery) {
      this.inQuery = inQuery;
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public ClaireClient build() {
      Environment environment = environment();
      Key key = environment.required(apiKey, "API_KEY");
      environment.refuseMissing();
      key.checked();
      Map<String, Credential> credentials =
          inQuery
              ? Map.of("ApiKeyQuery", Credential.query("api_key", key))
              : Map.of("ApiKeyHeader", Credential.header("Authorization", key));
      return new ClaireClient(
          connect(
              new VendorProfile(
                  "claire",
                  "Claire",
                  credentials,
                  // errors have no body: only the status says what is wrong
                  ErrorBodyReader.none())));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
