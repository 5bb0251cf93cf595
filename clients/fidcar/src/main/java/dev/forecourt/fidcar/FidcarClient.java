package dev.forecourt.fidcar;

import dev.forecourt.fidcar.api.ContactsService;
import dev.forecourt.fidcar.api.DealershipsService;
import dev.forecourt.fidcar.api.DisputesService;
import dev.forecourt.fidcar.api.LeadsService;
import dev.forecourt.fidcar.api.ReviewsService;
import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All FIDCAR operations, grouped as in FIDCAR's documentation.
 *
 * <pre>{@code
 * try (FidcarClient client = FidcarClient.builder().apiKey(key).build()) {
 *   Dealership dealership = client.dealerships().getDealership(1325);
 *   client.reviews().listReviews(ListReviewsQuery.builder().local(1325).build())
 *       .stream().limit(20).forEach(review -> System.out.println(review.grade()));
 * }
 * }</pre>
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.errors.VendorException}.
 */
public final class FidcarClient implements VendorClient {
  private final VendorConnection connection;
  private final ContactsService contacts;
  private final DealershipsService dealerships;
  private final DisputesService disputes;
  private final LeadsService leads;
  private final ReviewsService reviews;

  private FidcarClient(VendorConnection connection) {
    this.connection = connection;
    this.contacts = new ContactsService(connection);
    this.dealerships = new DealershipsService(connection);
    this.disputes = new DisputesService(connection);
    this.leads = new LeadsService(connection);
    this.reviews = new ReviewsService(connection);
  }

  /** A builder; {@link Builder#apiKey} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A client whose credentials and base URL come from the environment: {@code FIDCAR_API_KEY} and
   * {@code FIDCAR_BASE_URL}. Throws {@code IllegalArgumentException} that names all variables that
   * are missing.
   */
  public static FidcarClient fromEnv() {
    return builder().fromEnv().build();
  }

  /** The dealerships of the account. */
  public DealershipsService dealerships() {
    return dealerships;
  }

  /** Customers whom FIDCAR asks for a review. */
  public ContactsService contacts() {
    return contacts;
  }

  /** Reviews, and the dealership's answers to them. */
  public ReviewsService reviews() {
    return reviews;
  }

  /** Customers who want to buy a car. */
  public LeadsService leads() {
    return leads;
  }

  /** Bad reviews that are being settled. */
  public DisputesService disputes() {
    return disputes;
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "FidcarClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private Key apiKey = Key.named("FIDCAR API key");

    private Builder() {
      super("fidcar");
    }

    /** The key from FIDCAR's tools page. It is sent as it is, without a scheme word. */
    public Builder apiKey(String apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /** The same, asked for with each request, so that it may change. Must be quick. */
    public Builder apiKey(Supplier<String> apiKey) {
      this.apiKey = this.apiKey.with(apiKey);
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public FidcarClient build() {
      Environment environment = environment();
      Key key = environment.required(apiKey, "API_KEY");
      environment.refuseMissing();
      return new FidcarClient(
          connect(
              new VendorProfile(
                  "fidcar",
                  "FIDCAR",
                  Map.of("ApiKey", Credential.header("Authorization", key.checked())),
                  ErrorBodyReader.at("/error/code", "/error/message"))));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
