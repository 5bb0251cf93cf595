package dev.forecourt.mock.autengo;

import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.Instant;
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
  private final Table<Long, ContactJson> contactTable =
      tables.add("contacts", ContactJson.class, "ID", ContactJson::iD);
  private final Table<Long, Opportunity> opportunities =
      tables
          .add("opportunities", RowType.of(Opportunity.class), Opportunity::opportunityId)
          .atMost(KEPT_OPPORTUNITIES);
  private final Ids ids = new Ids(tables);
  final ContactBook contacts = new ContactBook(contactTable, ids);
  // null: to be made of the vehicles when it is asked for
  private @Nullable Stock stock;

  AutengoState() {
    ids.avoid("opportunity", opportunities);
  }

  /** The vehicle with this id, or null. */
  @Nullable Vehicle vehicle(String sellingId) {
    return vehicles.find(sellingId);
  }

  Stock stock() {
    Stock made = stock;
    if (made == null) {
      made = new Stock(vehicles.rows());
      stock = made;
    }
    return made;
  }

  private void forgetStock() {
    stock = null;
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

  @Override
  public void fill() {
    tables.fillLaterBy(
        () -> {
          VehicleSeed.all().forEach(vehicles::put);
          contacts.fill();
          ids.start("opportunity", FIRST_OPPORTUNITY - 1);
        });
  }
}
