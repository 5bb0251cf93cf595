package dev.forecourt.fidelisa;

import dev.forecourt.fidelisa.api.CustomersService;
import dev.forecourt.fidelisa.api.GiftsService;
import dev.forecourt.fidelisa.api.NotificationsService;
import dev.forecourt.fidelisa.api.PointsService;
import dev.forecourt.fidelisa.api.RuleBasesService;
import dev.forecourt.fidelisa.api.SalesService;
import dev.forecourt.fidelisa.api.ShopsService;
import dev.forecourt.fidelisa.model.Shop;
import dev.forecourt.runtime.Environment;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.VendorConnection;
import dev.forecourt.runtime.call.VendorProfile;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.Key;
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

  /**
   * A client whose credentials and base URL come from the environment: {@code
   * FIDELISA_PROVIDER_CODE}, {@code FIDELISA_PROVIDER_KEY}, if wanted {@code FIDELISA_SHOP_CODE}
   * and {@code FIDELISA_SHOP_KEY}, and {@code FIDELISA_BASE_URL}. Throws {@code
   * IllegalArgumentException} that names all variables that are missing.
   */
  public static FidelisaClient fromEnv() {
    return builder().fromEnv().build();
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
    return forShop(Builder.SHOP_CODE.with(code), Builder.SHOP_KEY.with(key));
  }

  /** The same with a key that is asked for with each request, so that it may change. */
  public FidelisaClient forShop(String code, Supplier<String> key) {
    return forShop(Builder.SHOP_CODE.with(code), Builder.SHOP_KEY.with(key));
  }

  private FidelisaClient forShop(Key code, Key key) {
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
    private static final Key SHOP_CODE = Key.named("Fidelisa shop code");
    private static final Key SHOP_KEY = Key.named("Fidelisa shop key");

    private Key providerCode = Key.named("Fidelisa provider code");
    private Key providerKey = Key.named("Fidelisa provider key");
    private Key shopCode = SHOP_CODE;
    private Key shopKey = SHOP_KEY;
    private Supplier<String> jetons = new Jetons();

    private Builder() {
      super("fidelisa");
    }

    /**
     * Code and key that Fidelisa gave to the maker of the software. The key signs, and is never
     * sent.
     */
    public Builder provider(String code, String key) {
      this.providerCode = providerCode.with(code);
      this.providerKey = providerKey.with(key);
      return this;
    }

    /** The same with a key that is asked for with each request, so that it may change. */
    public Builder provider(String code, Supplier<String> key) {
      this.providerCode = providerCode.with(code);
      this.providerKey = providerKey.with(key);
      return this;
    }

    /**
     * Code ({@code uuid}) and key of a shop, from {@code initShop} or {@code listShops}. The key
     * signs, and is never sent. Default: none, and only the provider's own operations can be
     * called.
     */
    public Builder shop(String code, String key) {
      this.shopCode = shopCode.with(code);
      this.shopKey = shopKey.with(key);
      return this;
    }

    /** The same with a key that is asked for with each request, so that it may change. */
    public Builder shop(String code, Supplier<String> key) {
      this.shopCode = shopCode.with(code);
      this.shopKey = shopKey.with(key);
      return this;
    }

    /** For tests: where single-use tokens come from. */
    Builder jetons(Supplier<String> jetons) {
      this.jetons = jetons;
      return this;
    }

    /** The client. Throws {@code IllegalArgumentException} that says what to change. */
    public FidelisaClient build() {
      Environment environment = environment();
      Key code = environment.required(providerCode, "PROVIDER_CODE");
      Key key = environment.required(providerKey, "PROVIDER_KEY");
      Key shop = environment.optional(shopCode, "SHOP_CODE");
      Key signing = environment.optional(shopKey, "SHOP_KEY");
      boolean ofShop = shop.isSet() || signing.isSet();
      if (ofShop) {
        environment.required(shop, "SHOP_CODE");
        environment.required(signing, "SHOP_KEY");
      }
      environment.refuseMissing();
      Map<String, Credential> credentials = new HashMap<>();
      credentials.put("Jeton", new Jeton(jetons));
      String provider = text(code);
      credentials.put("Provider", new Code("FIDELISA_PROVIDER", provider));
      credentials.put(
          "ProviderKey", new RequestSignature("FIDELISA_PROVIDER_KEY", provider, key.checked()));
      if (ofShop) {
        credentials.putAll(shopCredentials(shop, signing));
      }
      return new FidelisaClient(connect(profile(credentials)), credentials);
    }

    private static Map<String, Credential> shopCredentials(Key code, Key key) {
      String shop = text(code);
      return Map.of(
          "ApiUser",
          new Code("FIDELISA_APIUSER", shop),
          "ApiUserKey",
          new RequestSignature("FIDELISA_APIUSER_KEY", shop, key.checked()));
    }

    /** A code, which is always a text. */
    private static String text(Key code) {
      return code.checked().current("fidelisa", "build");
    }

    @Override
    protected Builder self() {
      return this;
    }
  }
}
