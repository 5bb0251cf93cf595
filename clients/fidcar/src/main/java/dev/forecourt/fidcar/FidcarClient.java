package dev.forecourt.fidcar;

import dev.forecourt.fidcar.api.ContactsService;
import dev.forecourt.fidcar.api.DealershipsService;
import dev.forecourt.fidcar.api.DisputesService;
import dev.forecourt.fidcar.api.LeadsService;
import dev.forecourt.fidcar.api.ReviewsService;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    private @Nullable String apiKey;

    private Builder() {}

    /** The key from FIDCAR's tools page. It is sent as it is, without a scheme word. */
    public Builder apiKey(String apiKey) {
      this.apiKey = apiKey;
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public FidcarClient build() {
      String key = checkedKey("FIDCAR API key", apiKey);
      return new FidcarClient(
          connect(
              new VendorProfile(
                  "fidcar",
                  "FIDCAR",
                  Map.of("ApiKey", Credential.header("Authorization", key)),
                  ErrorBodyReader.at("/error/code", "/error/message"))));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
