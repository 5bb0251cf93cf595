package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Everything the FIDCAR stub remembers. What it hands out has been brought up to the clock:
 * messages that are due have been sent.
 *
 * <p>Contacts, reviews, leads and disputes show each other: a change of one writes anew what shows
 * it.
 */
final class FidcarState implements VendorState {

  private final Tables tables = new Tables();
  private final Views views = new Views(this);
  private final EntityStore<Long, Dealership> dealerships =
      new EntityStore<>(
          tables.add("dealerships", RowType.of(Dealership.class), Dealership::id),
          row -> Views.dealership(row).bytes());
  private final EntityStore<String, Contact> contacts =
      new EntityStore<>(
          tables.add("contacts", RowType.of(Contact.class), Contact::id),
          Contact::localId,
          row -> views.contact(row).bytes());
  private final EntityStore<String, Review> reviews =
      new EntityStore<>(
          tables.add("reviews", RowType.of(Review.class), Review::id),
          Review::localId,
          row -> views.review(row).bytes());
  private final EntityStore<Long, Lead> leads =
      new EntityStore<>(
          tables.add("leads", RowType.of(Lead.class), Lead::number),
          Lead::localId,
          row -> views.lead(row).bytes());
  private final EntityStore<String, Dispute> disputes =
      new EntityStore<>(
          tables.add("disputes", RowType.of(Dispute.class), Dispute::id),
          row -> views.dispute(row).bytes());
  private final Table<Long, Report> reports =
      tables.add("reports", RowType.of(Report.class), Report::number);
  private final Ids ids = new Ids(tables);
  private final Outbox outbox;

  FidcarState(FidcarTime time) {
    ids.avoid("dealership", dealerships.table());
    ids.avoid("report", reports);
    Index<String, Lead> leadsByReview = leads.table().index(Lead::reviewId);
    Index<String, Dispute> disputesByReview = disputes.table().index(Dispute::reviewId);
    reviews
        .table()
        .shownBy(contacts.table(), Review::contactId)
        .shownBy(leadsByReview, Review::id)
        .shownBy(disputesByReview, Review::id);
    contacts
        .table()
        .shownBy(reviews.table(), Contact::reviewId)
        .shownBy(leadsByReview, Contact::reviewId)
        .shownBy(disputesByReview, Contact::reviewId);
    outbox = new Outbox(contacts.table(), reviews.table(), time);
  }

  /** What they do not need is not read: many callers ask for nothing else. */
  EntityStore<Long, Dealership> dealerships() {
    tables.fill(dealerships.table());
    return dealerships;
  }

  EntityStore<String, Contact> contacts() {
    catchUp();
    return contacts;
  }

  EntityStore<String, Review> reviews() {
    catchUp();
    return reviews;
  }

  EntityStore<Long, Lead> leads() {
    catchUp();
    return leads;
  }

  EntityStore<String, Dispute> disputes() {
    catchUp();
    return disputes;
  }

  Outbox outbox() {
    catchUp();
    return outbox;
  }

  /** The contact with this id as it is, or null: what is being shown does not change meanwhile. */
  @Nullable Contact contact(String id) {
    return contacts.find(id);
  }

  /** The JSON of the review with this id, or null. */
  byte @Nullable [] reviewJson(@Nullable String id) {
    return id == null ? null : reviews.json(id);
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void fill() {
    tables.fillLater(() -> SeedRows.document(FidcarState.class, "fidcar.json"));
  }

  @Override
  public void catchUp() {
    tables.fill();
    outbox.catchUp();
  }

  long nextDealershipId() {
    return ids.next("dealership");
  }

  void report(String reviewId, LocalDateTime datetime, String message) {
    reports.put(new Report(ids.next("report"), reviewId, datetime, message));
  }
}
