package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Fidelisa does with a request of one caller that has passed all checks. */
final class FidelisaBehaviour implements FidelisaApi {

  /** Address of an account that no provider has initialised. */
  private static final String UNLINKED = "nouveau@garage-nouveau.example";

  private final FidelisaState state;
  private final Views views;
  private final CustomerIntake customers;
  private final Counter counter;
  private final GiftDesk giftDesk;
  private final Messenger messenger;
  private final FidelisaTime time;

  FidelisaBehaviour(FidelisaState state, Accounts accounts, FidelisaTime time, Supplier<UUID> ids) {
    this.state = state;
    views = new Views(accounts.shops());
    customers = new CustomerIntake(ids, time);
    counter = new Counter(state, time);
    giftDesk = new GiftDesk(time);
    messenger = new Messenger(state, time);
    this.time = time;
  }

  @Override
  public MockResponse initShop(InitShopRequest request) {
    String email = JsonTree.text(JsonTree.object(request.body().get("shop")), "user_email");
    for (Shop each : state.shops.rows()) {
      if (each.userEmail().equalsIgnoreCase(email)) {
        state.links.put(new Link(request.caller().provider(), each.uuid()));
        return MockResponse.ok(views.shop(each));
      }
    }
    throw new Refusal(
        404, "No shop has an account under '%s'. Try '%s'.".formatted(email, UNLINKED));
  }

  @Override
  public MockResponse listShops(ListShopsRequest request) {
    return MockResponse.ok(views.shops(state.linked(request.caller().provider())));
  }

  @Override
  public MockResponse getShop(GetShopRequest request) {
    String provider = request.caller().provider();
    Shop shop = state.shops.find(request.shopId());
    if (shop == null || !state.isLinked(provider, shop.uuid())) {
      throw new Refusal(
          404,
          "No shop '%s' is linked to provider '%s'. GET /api/shops lists those that are."
              .formatted(request.shopId(), provider));
    }
    return MockResponse.ok(views.shop(shop));
  }

  @Override
  public MockResponse getCategories(GetCategoriesRequest request) {
    return MockResponse.ok(Views.categories(book(request.caller()).shop()));
  }

  @Override
  public MockResponse listPrograms(ListProgramsRequest request) {
    return MockResponse.ok(Views.programs(book(request.caller()).programs()));
  }

  @Override
  public MockResponse listCustomers(ListCustomersRequest request) {
    return MockResponse.ok(Views.customers(book(request.caller()).customers()));
  }

  @Override
  public MockResponse createCustomer(CreateCustomerRequest request) {
    CustomerFile file =
        customers.take(book(request.caller()), JsonTree.object(request.body().get("customer")));
    return MockResponse.json(201, Views.customer(file));
  }

  @Override
  public MockResponse getCustomer(GetCustomerRequest request) {
    return MockResponse.ok(Views.customer(book(request.caller()).customer(request.customerId())));
  }

  @Override
  public MockResponse deleteCustomer(DeleteCustomerRequest request) {
    ShopBook book = book(request.caller());
    book.remove(book.customer(request.customerId()));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse listCards(ListCardsRequest request) {
    ShopBook book = book(request.caller());
    return MockResponse.ok(Views.cards(book, book.customer(request.customerId())));
  }

  @Override
  public MockResponse updateCardExpiry(UpdateCardExpiryRequest request) {
    ShopBook book = book(request.caller());
    Map<String, @Nullable Object> body = request.body();
    String id = JsonTree.optionalText(body, "id");
    CustomerFile file = book.customer(request.customerId());
    Card card = id == null ? file.firstCard() : file.card(id);
    if (card == null) {
      throw new Refusal(
          404,
          id == null
              ? "Customer '%s' has no card.".formatted(request.customerId())
              : "Customer '%s' has no card '%s'.".formatted(request.customerId(), id));
    }
    boolean reset = Boolean.TRUE.equals(body.get("reset"));
    book.put(file.with(card.expiring(LocalDate.parse(JsonTree.text(body, "date")), reset)));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse listRuleBases(ListRuleBasesRequest request) {
    ShopBook book = book(request.caller());
    String customer = request.customerId();
    return MockResponse.ok(
        Views.rules(
            customer == null ? book.rules() : book.rules(book.customer(customer), time.today())));
  }

  @Override
  public MockResponse createSale(CreateSaleRequest request) {
    Bill bill = BillIntake.bill(request.body());
    return MockResponse.json(201, Views.receipt(counter.record(book(request.caller()), bill)));
  }

  @Override
  public MockResponse correctPoints(CorrectPointsRequest request) {
    counter.correct(book(request.caller()), JsonTree.object(request.body().get("correction")));
    // the text says 201; 200 is the earlier draft's
    return MockResponse.empty(201);
  }

  @Override
  public MockResponse listGifts(ListGiftsRequest request) {
    ShopBook book = book(request.caller());
    CustomerFile file = book.customer(request.customerId());
    String used = request.used();
    return MockResponse.ok(
        used != null && used.startsWith("t")
            ? Views.given(giftDesk.given(book, file))
            : Views.due(giftDesk.due(book, file)));
  }

  @Override
  public MockResponse awardGift(AwardGiftRequest request) {
    giftDesk.award(
        book(request.caller()),
        JsonTree.text(request.body(), "uuid"),
        JsonTree.text(request.body(), "customer_id"));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse restoreGift(RestoreGiftRequest request) {
    giftDesk.restore(book(request.caller()), request.giftId(), request.customerId());
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse notifyCustomers(NotifyCustomersRequest request) {
    messenger.send(book(request.caller()), request.body());
    return MockResponse.empty(200);
  }

  private ShopBook book(Caller caller) {
    return state.book(caller);
  }
}
