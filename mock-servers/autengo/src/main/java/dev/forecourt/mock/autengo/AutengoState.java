package dev.forecourt.mock.autengo;

import dev.forecourt.mock.VendorState;
import dev.forecourt.mock.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the Autengo stub remembers. Whoever reads or changes contacts and leads holds its
 * monitor; the stock never changes. Tokens are not remembered: each carries its own proof.
 */
final class AutengoState implements VendorState {

  /** Leads that are kept: no operation reads them, and a long run must not fill the memory. */
  static final int KEPT_OPPORTUNITIES = 1000;

  /** The id of the documented lead. */
  private static final long FIRST_OPPORTUNITY = 3813;

  private final Stock stock = new Stock(new VehicleSeed().vehicles());
  private final ContactBook contacts = new ContactBook();
  private final Deque<Opportunity> opportunities = new ArrayDeque<>();
  private long nextOpportunityId = FIRST_OPPORTUNITY;

  AutengoState() {
    contacts.reset();
  }

  Stock stock() {
    return stock;
  }

  ContactBook contacts() {
    return contacts;
  }

  /** Keeps a lead and returns its id. */
  synchronized long add(Instant created, Map<String, @Nullable Object> body) {
    if (opportunities.size() == KEPT_OPPORTUNITIES) {
      opportunities.removeFirst();
    }
    opportunities.addLast(new Opportunity(nextOpportunityId, created, body));
    return nextOpportunityId++;
  }

  @Override
  public synchronized void reset() {
    contacts.reset();
    opportunities.clear();
    nextOpportunityId = FIRST_OPPORTUNITY;
  }

  @Override
  public synchronized void write(JsonWriter out) {
    out.array("vehicles", stock.all(), each -> write(each, out));
    out.array("contacts", contacts.all(), each -> ContactBook.write(each, out));
    out.array("opportunities", opportunities, each -> each.write(out));
  }

  /** A vehicle with plain keys, and with the columns that no answer shows. */
  private static void write(Vehicle vehicle, JsonWriter out) {
    out.startObject();
    vehicle.fields().forEach((name, value) -> out.name(name).tree(value));
    out.name("columns").tree(vehicle.hidden()).endObject();
  }
}
