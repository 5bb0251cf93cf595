package dev.forecourt.mock.trials.soak;

import dev.forecourt.mock.trials.soak.SoakClient.Reply;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Fidelisa: sales and corrections of many callers on one card. Its points are the sum of all. */
final class CardLedger implements Ledger {

  private static final String VENDOR = "fidelisa";

  private final SoakClient client;
  private final String customer;
  private final long pointsOfASale;
  private final long before;
  private final AtomicLong sales = new AtomicLong();
  private final AtomicLong corrected = new AtomicLong();

  CardLedger(SoakClient client) {
    this.client = client;
    Reply created =
        client.json(
            VENDOR,
            "POST",
            "/api/customers",
            Map.of(
                "customer",
                Map.of(
                    "email",
                    "soak-%d@example.org".formatted(System.nanoTime()),
                    "phone",
                    "0123456789",
                    "first_name",
                    "Soak",
                    "last_name",
                    "Card")));
    customer = created.json().path("uuid").asText();
    long empty = points();
    sell();
    before = points();
    pointsOfASale = before - empty;
    if (customer.isEmpty() || pointsOfASale <= 0) {
      throw new IllegalStateException(
          "A new customer's card takes no points; answer to POST /api/customers: "
              + created.status());
    }
  }

  @Override
  public void work(Random random) {
    if (random.nextBoolean()) {
      if (sell()) {
        sales.incrementAndGet();
      }
    } else {
      int points = random.nextInt(1, 50);
      Map<String, Object> correction = Map.of("points", points, "customer_id", customer);
      if (client.json(VENDOR, "POST", "/api/corrections", Map.of("correction", correction)).ok()) {
        corrected.addAndGet(points);
      }
    }
  }

  private boolean sell() {
    Map<String, Object> line =
        Map.of("type", "Item", "item", "1234", "amount", "10", "quantity", "2");
    Map<String, Object> bill =
        Map.of(
            "total", "20", "date", "2026-11-22", "customer_id", customer, "details", List.of(line));
    return client.json(VENDOR, "POST", "/api/sales/", Map.of("bill", bill)).ok();
  }

  private long points() {
    return client
        .get(VENDOR, "/api/customers/" + customer + "/cards")
        .json()
        .at("/cards/0/points")
        .asLong(-1);
  }

  private long booked() {
    return before + sales.get() * pointsOfASale + corrected.get();
  }

  @Override
  public List<String> differences() {
    long points = points();
    return points == booked()
        ? List.of()
        : List.of(
            "fidelisa: the card has %d points but %d were booked".formatted(points, booked()));
  }

  @Override
  public String summary() {
    return "fidelisa: %d sales and corrections of %d points on one card, %d points"
        .formatted(sales.get(), corrected.get(), booked());
  }
}
