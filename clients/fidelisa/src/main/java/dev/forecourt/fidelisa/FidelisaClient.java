package dev.forecourt.fidelisa;

import dev.forecourt.fidelisa.api.CustomersService;
import dev.forecourt.fidelisa.api.GiftsService;
import dev.forecourt.fidelisa.api.NotificationsService;
import dev.forecourt.fidelisa.api.PointsService;
import dev.forecourt.fidelisa.api.RuleBasesService;
import dev.forecourt.fidelisa.api.SalesService;
import dev.forecourt.fidelisa.api.ShopsService;
import dev.forecourt.fidelisa.model.Shop;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All Fidelisa operations, grouped as in Fidelisa's documentation.
 *
 * <pre>{@code
 * try (FidelisaClient client =
 *     FidelisaClient.builder().provider(code, providerKey).shop(uuid, shopKey).build()) {
 *   Customer customer = client.customers().getCustomer("FD39A1AA85AC4F3FB977DEA5A5786263");
 *   SaleReceipt receipt = client.sales().createSale(BillEnvelope.builder().bill(bill).build());
 * }
 * }</pre>
 *
 * <p>Signs each request anew. What belongs to a shop needs {@link Builder#shop}; {@code initShop}
 * answers its code and key.
 *
 * <p>Safe for use by several threads; make one and keep it. Calls throw {@link
 * dev.forecourt.runtime.errors.VendorException}.
 */
public final class FidelisaClient implements VendorClient {
  private final VendorConnection connection;
  private final Map<String, Credential> credentials;
  private final CustomersService customers;
  private final GiftsService gifts;
  private final NotificationsService notifications;
  private final PointsService points;
  private final RuleBasesService ruleBases;
  private final SalesService sales;
  private final ShopsService shops;

  private FidelisaClient(VendorConnection connection, Map<String, Credential> credentials) {
    this.connection = connection;
    this.credentials = Map.copyOf(credentials);
    this.customers = new CustomersService(connection);
    this.gifts = new GiftsService(connection);
    this.notifications = new NotificationsService(connection);
    this.points = new PointsService(connection);
    this.ruleBases = new RuleBasesService(connection);
    this.sales = new SalesService(connection);
    this.shops = new ShopsService(connection);
  }

  /** A builder; {@link Builder#provider} is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** Points of sale, each with its own card programmes. */
  public ShopsService shops() {
    return shops;
  }

  /** Customers of a shop, and their loyalty cards. */
  public CustomersService customers() {
    return customers;
  }

  /** What a shop counts points on. */
  public RuleBasesService ruleBases() {
    return ruleBases;
  }

  /** What a customer bought. */
  public SalesService sales() {
    return sales;
  }

  /** Points given by hand. */
  public PointsService points() {
    return points;
  }

  /** What a customer may take for points. */
  public GiftsService gifts() {
    return gifts;
  }

  /** Messages to customers. */
  public NotificationsService notifications() {
    return notifications;
  }

  /**
   * A client for this shop, with the provider and all other settings of this one. Each is closed by
   * itself. Throws {@code IllegalArgumentException} if the shop has no code or key.
   *
   * <pre>{@code
   * Shop shop = provider.shops().initShop(envelope);
   * try (FidelisaClient client = provider.forShop(shop)) { ... }
   * }</pre>
   */
  public FidelisaClient forShop(Shop shop) {
    return forShop(shop.uuid(), shop.key());
  }

  /** The same for a shop whose code ({@code uuid}) and key were stored. */
  public FidelisaClient forShop(@Nullable String code, @Nullable String key) {
    Map<String, Credential> both = new HashMap<>(credentials);
    both.putAll(Builder.shopCredentials(code, key));
    return new FidelisaClient(connection.with(profile(both)), both);
  }

  private static VendorProfile profile(Map<String, Credential> credentials) {
    return new VendorProfile(
        "fidelisa", "Fidelisa", credentials, ErrorBodyReader.at("/code", "/error"));
  }

  @Override
  public void close() {
    connection.close();
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "FidelisaClient";
  }

  /** Settings of a client. */
  public static final class Builder extends VendorClientBuilder<Builder> {
    private @Nullable String providerCode;
    private @Nullable String providerKey;
    private @Nullable String shopCode;
    private @Nullable String shopKey;
    private Supplier<String> jetons = new Jetons();

    private Builder() {}

    /**
     * Code and key that Fidelisa gave to the maker of the software. The key signs, and is never
     * sent.
     */
    public Builder provider(String code, String key) {
      this.providerCode = code;
      this.providerKey = key;
      return this;
    }

    /**
     * Code ({@code uuid}) and key of a shop, from {@code initShop} or {@code listShops}. The key
     * signs, and is never sent. Default: none, and only the provider's own operations can be
     * called.
     */
    public Builder shop(String code, String key) {
      this.shopCode = code;
      this.shopKey = key;
      return this;
    }

    /** For tests: where single-use tokens come from. */
    Builder jetons(Supplier<String> jetons) {
      this.jetons = jetons;
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public FidelisaClient build() {
      Map<String, Credential> credentials = new HashMap<>();
      credentials.put("Jeton", new Jeton(jetons));
      String provider = checkedKey("Fidelisa provider code", providerCode);
      credentials.put("Provider", new Code("FIDELISA_PROVIDER", provider));
      credentials.put(
          "ProviderKey",
          new RequestSignature(
              "FIDELISA_PROVIDER_KEY", provider, checkedKey("Fidelisa provider key", providerKey)));
      if (shopCode != null || shopKey != null) {
        credentials.putAll(shopCredentials(shopCode, shopKey));
      }
      return new FidelisaClient(connect(profile(credentials)), credentials);
    }

    private static Map<String, Credential> shopCredentials(
        @Nullable String code, @Nullable String key) {
      String shop = checkedKey("Fidelisa shop code", code);
      return Map.of(
          "ApiUser",
          new Code("FIDELISA_APIUSER", shop),
          "ApiUserKey",
          new RequestSignature("FIDELISA_APIUSER_KEY", shop, checkedKey("Fidelisa shop key", key)));
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
