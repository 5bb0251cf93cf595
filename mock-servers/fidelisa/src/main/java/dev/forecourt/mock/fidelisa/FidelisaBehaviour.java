package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.vendor.MockSettings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What Fidelisa does with a request of one caller that has passed all checks. */
final class FidelisaBehaviour implements FidelisaApi {

  // the vendor is French and names no zone
  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final FidelisaState state;
  private final MockSettings settings;

  FidelisaBehaviour(FidelisaState state, MockSettings settings) {
    this.state = state;
    this.settings = settings;
  }

  @Override
  public MockResponse initShop(InitShopRequest request) {
    String email = Json.text(Json.object(request.body(), "shop"), "user_email");
    for (ShopBook each : state.books()) {
      if (each.shop().userEmail().equalsIgnoreCase(email)) {
        state.link(request.caller().provider(), each.uuid());
        return answer(200, out -> out.fields(each.shop()));
      }
    }
    throw new Refusal(
        404,
        "No shop has an account under '%s'. Try '%s'.".formatted(email, FidelisaSeed.UNLINKED));
  }

  @Override
  public MockResponse listShops(ListShopsRequest request) {
    List<Shop> shops =
        state.linked(request.caller().provider()).stream().map(ShopBook::shop).toList();
    return list("shops", shops, FidelisaWriter::write);
  }

  @Override
  public MockResponse getShop(GetShopRequest request) {
    for (ShopBook each : state.linked(request.caller().provider())) {
      if (each.uuid().equals(request.shopId())) {
        return answer(200, out -> out.fields(each.shop()));
      }
    }
    throw new Refusal(
        404,
        "No shop '%s' is linked to provider '%s'. GET /api/shops lists those that are."
            .formatted(request.shopId(), request.caller().provider()));
  }

  @Override
  public MockResponse getCategories(GetCategoriesRequest request) {
    Shop shop = book(request.caller()).shop();
    return json(
        200, out -> out.object("categories", each -> new FidelisaWriter(each).categories(shop)));
  }

  @Override
  public MockResponse listPrograms(ListProgramsRequest request) {
    return list("programs", book(request.caller()).programs(), FidelisaWriter::write);
  }

  @Override
  public MockResponse listCustomers(ListCustomersRequest request) {
    return list("customers", book(request.caller()).customers(), FidelisaWriter::write);
  }

  @Override
  public MockResponse createCustomer(CreateCustomerRequest request) {
    Customer customer =
        new CustomerIntake(book(request.caller()), settings.ids(), today())
            .take(Json.object(request.body(), "customer"))
            .customer();
    return answer(201, out -> out.fields(customer));
  }

  @Override
  public MockResponse getCustomer(GetCustomerRequest request) {
    Customer customer = book(request.caller()).customer(request.customerId()).customer();
    return answer(200, out -> out.fields(customer));
  }

  @Override
  public MockResponse deleteCustomer(DeleteCustomerRequest request) {
    book(request.caller()).remove(book(request.caller()).customer(request.customerId()));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse listCards(ListCardsRequest request) {
    ShopBook book = book(request.caller());
    return list(
        "cards",
        book.customer(request.customerId()).cards(),
        (out, card) -> out.write(card, book.title(card)));
  }

  @Override
  public MockResponse updateCardExpiry(UpdateCardExpiryRequest request) {
    Map<String, @Nullable Object> body = request.body();
    String id = Json.optional(body, "id");
    CustomerFile file = book(request.caller()).customer(request.customerId());
    Card card = id == null ? file.firstCard() : file.card(id);
    if (card == null) {
      throw new Refusal(
          404,
          id == null
              ? "Customer '%s' has no card.".formatted(request.customerId())
              : "Customer '%s' has no card '%s'.".formatted(request.customerId(), id));
    }
    book(request.caller())
        .put(
            file.with(
                card.expiring(Json.text(body, "date"), Boolean.TRUE.equals(body.get("reset")))));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse listRuleBases(ListRuleBasesRequest request) {
    if (request.customerId() == null) {
      return list("rulebasis", book(request.caller()).rules(), FidelisaWriter::write);
    }
    Set<Rule> rules = new LinkedHashSet<>();
    for (Card card : book(request.caller()).customer(request.customerId()).cards()) {
      rules.addAll(book(request.caller()).rules(card));
    }
    return list("rulebasis", rules, FidelisaWriter::write);
  }

  @Override
  public MockResponse createSale(CreateSaleRequest request) {
    Bill bill = BillIntake.bill(request.body());
    Receipt receipt = new Counter(book(request.caller())).record(bill);
    return answer(201, out -> out.fields(receipt));
  }

  @Override
  public MockResponse correctPoints(CorrectPointsRequest request) {
    new Counter(book(request.caller())).correct(Json.object(request.body(), "correction"));
    // the text says 201; 200 is the earlier draft's
    return MockResponse.empty(201);
  }

  @Override
  public MockResponse listGifts(ListGiftsRequest request) {
    String used = request.used();
    CustomerFile file = book(request.caller()).customer(request.customerId());
    return used != null && used.startsWith("t")
        ? list("gifts", new GiftDesk(book(request.caller())).given(file), FidelisaWriter::given)
        : list(
            "gifts",
            new GiftDesk(book(request.caller())).due(file),
            (out, gift) -> out.due(gift, file));
  }

  @Override
  public MockResponse awardGift(AwardGiftRequest request) {
    new GiftDesk(book(request.caller()))
        .award(Json.text(request.body(), "uuid"), Json.text(request.body(), "customer_id"));
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse restoreGift(RestoreGiftRequest request) {
    new GiftDesk(book(request.caller())).restore(request.giftId(), request.customerId());
    return MockResponse.empty(200);
  }

  @Override
  public MockResponse notifyCustomers(NotifyCustomersRequest request) {
    new Messenger(book(request.caller()))
        .send(request.body(), settings.clock().instant().toString());
    return MockResponse.empty(200);
  }

  private ShopBook book(Caller caller) {
    return state.book(caller);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(settings.clock().instant(), ZONE);
  }

  private static MockResponse answer(int status, Consumer<FidelisaWriter> fields) {
    return json(status, out -> fields.accept(new FidelisaWriter(out)));
  }

  private static <T> MockResponse list(
      String name, Iterable<T> items, BiConsumer<FidelisaWriter, T> each) {
    return json(
        200,
        out -> {
          FidelisaWriter writer = new FidelisaWriter(out);
          out.array(name, items, item -> each.accept(writer, item));
        });
  }

  private static MockResponse json(int status, Consumer<JsonWriter> fields) {
    return MockResponse.json(status, JsonWriter.object(fields));
  }
}
