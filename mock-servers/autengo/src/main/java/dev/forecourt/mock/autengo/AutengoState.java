package dev.forecourt.mock.autengo;

import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything the Autengo stub remembers. Tokens are not: each carries its own proof. */
final class AutengoState implements VendorState {

  /** Leads that are kept: no operation reads them, and a long run must not fill the memory. */
  static final int KEPT_OPPORTUNITIES = 1000;

  /** The id of the documented lead. */
  private static final long FIRST_OPPORTUNITY = 3813;

  private final Tables tables = new Tables();
  private final Table<String, Vehicle> vehicles =
      tables
          .add("vehicles", new VehicleRows(), Vehicle::sellingId)
          .onChange((before, after) -> forgetStock(), this::forgetStock);
  private final Table<Long, Contact> contactTable =
      tables.add("contacts", new ContactRows(), Contact::id);
  private final Table<Long, Opportunity> opportunities =
      tables
          .add("opportunities", RowType.of(Opportunity.class), Opportunity::opportunityId)
          .atMost(KEPT_OPPORTUNITIES);
  private final Ids ids = new Ids(tables);
  private final ContactBook contacts = new ContactBook(contactTable, ids);
  // null: to be made of the vehicles when it is asked for
  private @Nullable Stock stock;

  AutengoState() {
    ids.avoid("opportunity", opportunities, Opportunity::opportunityId);
  }

  Stock stock() {
    Stock made = stock;
    if (made == null) {
      made = new Stock(List.copyOf(vehicles.rows()));
      stock = made;
    }
    return made;
  }

  private void forgetStock() {
    stock = null;
  }

  ContactBook contacts() {
    return contacts;
  }

  /** Keeps a lead and returns its id. */
  long add(Instant created, Map<String, @Nullable Object> body) {
    long id = ids.next("opportunity");
    opportunities.put(new Opportunity(id, created, body));
    return id;
  }

  @Override
  public Tables tables() {
    return tables;
  }

  /** The same vehicles for all stubs of a JVM, since none changes: each takes some kilobytes. */
  private static final class Seeded {
    private static final List<Vehicle> VEHICLES = new VehicleSeed().vehicles();
  }

  @Override
  public void fill() {
    Seeded.VEHICLES.forEach(vehicles::put);
    contacts.fill();
    ids.start("opportunity", FIRST_OPPORTUNITY - 1);
  }
}
