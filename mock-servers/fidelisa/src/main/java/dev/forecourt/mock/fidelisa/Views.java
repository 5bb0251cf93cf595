package dev.forecourt.mock.fidelisa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Fidelisa shows of what is remembered. */
final class Views {

  /** The one reason the vendor shows for a line that is not counted. */
  private static final String NOT_USED = "Not Use";

  private final Map<String, String> shopKeys;

  /** Shows the keys of these shops with them. */
  Views(Map<String, String> shopKeys) {
    this.shopKeys = shopKeys;
  }

  ShopJson shop(Shop shop) {
    return new ShopJson(shop.title(), shop.uuid(), shopKeys.get(shop.uuid()), shop.userEmail());
  }

  ShopListJson shops(List<Shop> shops) {
    return new ShopListJson(shops.stream().map(this::shop).toList());
  }

  static CategorySetJson categories(Shop shop) {
    CategoryNamesJson.Builder names = CategoryNamesJson.builder();
    for (int i = 0; i < shop.categories().size(); i++) {
      names.set("subtotal" + (i + 1), shop.categories().get(i));
    }
    return new CategorySetJson(names.build());
  }

  static ProgramListJson programs(List<Program> programs) {
    return new ProgramListJson(
        programs.stream().map(each -> new ProgramJson(each.title(), each.uuid())).toList());
  }

  static CustomerJson customer(CustomerFile file) {
    Customer customer = file.customer();
    return new CustomerJson(
        customer.uuid(),
        customer.email(),
        customer.phone(),
        customer.firstName(),
        customer.lastName());
  }

  static CustomerListJson customers(List<CustomerFile> files) {
    return new CustomerListJson(files.stream().map(Views::customer).toList());
  }

  static CardListJson cards(ShopBook book, CustomerFile file) {
    return new CardListJson(
        file.cards().stream()
            .map(
                each ->
                    new CardJson(
                        each.uuid(), book.title(each), each.points(), day(each.expiredAt())))
            .toList());
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }

  static RuleBasisListJson rules(Collection<Rule> rules) {
    return new RuleBasisListJson(
        rules.stream()
            .map(each -> new RuleBasisJson(each.type(), each.item(), each.excludeDiscount()))
            .toList());
  }

  /** Gifts that the customer may take, each with the points of its card. */
  static GiftListJson due(Map<Gift, Card> gifts) {
    List<GiftJson> shown = new ArrayList<>(gifts.size());
    gifts.forEach(
        (gift, card) -> shown.add(new GiftJson(gift.uuid(), gift.title(), card.points())));
    return new GiftListJson(shown);
  }

  /** Gifts that were taken: they have no points. */
  static GiftListJson given(List<Gift> gifts) {
    return new GiftListJson(
        gifts.stream()
            .map(each -> GiftJson.builder().uuid(each.uuid()).title(each.title()).build())
            .toList());
  }

  static SaleReceiptJson receipt(Sale sale) {
    Bill bill = sale.bill();
    SaleReceiptJson.Builder shown =
        SaleReceiptJson.builder().bill(new RecordedBillJson(bill.date(), bill.shownTotal()));
    if (!sale.refused().isEmpty()) {
      shown.errors(sale.refused().stream().map(Views::refused).toList());
    }
    return shown.build();
  }

  private static RejectedDetailJson refused(BillLine line) {
    RejectedDetailJson.Builder shown = RejectedDetailJson.builder().type(line.type());
    if (line.item() != null) {
      shown.item(line.item());
    }
    return shown.amount(line.amount()).quantity(line.quantity()).error(NOT_USED).build();
  }
}
