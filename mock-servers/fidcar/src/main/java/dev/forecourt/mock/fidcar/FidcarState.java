package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the FIDCAR stub remembers. Whoever reads or changes it holds its monitor.
 *
 * <p>Contacts, reviews, leads and disputes show each other: a changed review writes anew what shows
 * it.
 */
final class FidcarState implements VendorState {

  private final Tables tables = new Tables();
  // who was last reached when, per dealership and address: the rule for too_soon must not walk over
  // all contacts
  private final Map<String, Contact> lastByAddress = new HashMap<>();
  private final Map<String, List<Long>> leadsByReview = new HashMap<>();
  private final Map<String, List<String>> disputesByReview = new HashMap<>();

  private final FidcarWriter writer = new FidcarWriter(this);
  private final EntityStore<Long, Dealership> dealerships =
      new EntityStore<>(
          tables.add("dealerships", RowType.of(Dealership.class), Dealership::id),
          writer::dealership);
  private final EntityStore<String, Contact> contacts =
      new EntityStore<>(
          tables
              .add("contacts", RowType.of(Contact.class), Contact::id)
              .onChange(this::remember, lastByAddress::clear),
          Contact::localId,
          writer::contact);
  private final EntityStore<String, Review> reviews =
      new EntityStore<>(
          tables
              .add("reviews", RowType.of(Review.class), Review::id)
              .onChange(this::touchAround, () -> {}),
          Review::localId,
          writer::review);
  private final EntityStore<Long, Lead> leads =
      new EntityStore<>(
          tables
              .add("leads", RowType.of(Lead.class), Lead::number)
              .onChange(
                  (before, after) ->
                      index(leadsByReview, before, after, Lead::reviewId, Lead::number),
                  leadsByReview::clear),
          Lead::localId,
          writer::lead);
  private final EntityStore<String, Dispute> disputes =
      new EntityStore<>(
          tables
              .add("disputes", RowType.of(Dispute.class), Dispute::id)
              .onChange(
                  (before, after) ->
                      index(disputesByReview, before, after, Dispute::reviewId, Dispute::id),
                  disputesByReview::clear),
          writer::dispute);
  private final Table<Long, Report> reports =
      tables.add("reports", RowType.of(Report.class), Report::number);
  private final Ids ids = new Ids(tables);

  FidcarState() {
    ids.avoid("dealership", dealerships.table(), Dealership::id);
    ids.avoid("report", reports, Report::number);
  }

  EntityStore<Long, Dealership> dealerships() {
    return dealerships;
  }

  EntityStore<String, Contact> contacts() {
    return contacts;
  }

  EntityStore<String, Review> reviews() {
    return reviews;
  }

  EntityStore<Long, Lead> leads() {
    return leads;
  }

  EntityStore<String, Dispute> disputes() {
    return disputes;
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void fill() {
    new FidcarSeed().fill(this);
  }

  long nextDealershipId() {
    return ids.next("dealership");
  }

  private void remember(@Nullable Contact before, @Nullable Contact after) {
    if (after != null) {
      remember(after, after.user().email());
      remember(after, after.user().phone());
    }
  }

  private void remember(Contact contact, @Nullable String address) {
    if (address != null) {
      lastByAddress.put(key(contact.localId(), address), contact);
    }
  }

  /** The contact that last used an e-mail address or phone number at a dealership, or null. */
  @Nullable Contact last(long localId, @Nullable String address) {
    return address == null ? null : lastByAddress.get(key(localId, address));
  }

  private static String key(long localId, String address) {
    return localId + " " + Text.fold(address);
  }

  private static <T, K> void index(
      Map<String, List<K>> byReview,
      @Nullable T before,
      @Nullable T after,
      Function<T, String> review,
      Function<T, K> key) {
    if (before == null && after != null) {
      byReview
          .computeIfAbsent(review.apply(after), each -> new ArrayList<>(1))
          .add(key.apply(after));
    }
  }

  /** Forgets the text of everything that shows a review. */
  private void touchAround(@Nullable Review before, @Nullable Review after) {
    if (after != null) {
      contacts.touch(after.contactId());
      leadsByReview.getOrDefault(after.id(), List.of()).forEach(leads::touch);
      disputesByReview.getOrDefault(after.id(), List.of()).forEach(disputes::touch);
    }
  }

  void report(String reviewId, LocalDateTime datetime, String message) {
    reports.put(new Report(ids.next("report"), reviewId, datetime, message));
  }
}
