package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.VendorState;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.EntityStore;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything the FIDCAR stub remembers. Whoever reads or changes it holds its monitor.
 *
 * <p>Contacts, reviews, leads and disputes show each other: {@link #replace(Review)} knows what to
 * write anew.
 */
final class FidcarState implements VendorState {

  private final EntityStore<Long, Dealership> dealerships;
  private final EntityStore<String, Contact> contacts;
  private final EntityStore<String, Review> reviews;
  private final EntityStore<Long, Lead> leads;
  private final EntityStore<String, Dispute> disputes;
  private final List<Report> reports = new ArrayList<>();
  // who was last reached when, per dealership and address: the rule for too_soon must not walk over
  // all contacts
  private final Map<String, Contact> lastByAddress = new HashMap<>();
  private final Map<String, List<Long>> leadsByReview = new HashMap<>();
  private final Map<String, List<String>> disputesByReview = new HashMap<>();
  private long nextDealershipId;

  FidcarState() {
    FidcarWriter writer = new FidcarWriter(this);
    dealerships = new EntityStore<>(Dealership::id, writer::dealership);
    contacts = new EntityStore<>(Contact::id, writer::contact);
    reviews = new EntityStore<>(Review::id, writer::review);
    leads = new EntityStore<>(Lead::number, writer::lead);
    disputes = new EntityStore<>(Dispute::id, writer::dispute);
    reset();
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
  public synchronized void reset() {
    dealerships.clear();
    contacts.clear();
    reviews.clear();
    leads.clear();
    disputes.clear();
    reports.clear();
    lastByAddress.clear();
    leadsByReview.clear();
    disputesByReview.clear();
    nextDealershipId = 1;
    new FidcarSeed().fill(this);
  }

  long nextDealershipId() {
    return nextDealershipId;
  }

  void add(Dealership dealership) {
    dealerships.add(dealership);
    nextDealershipId = Math.max(nextDealershipId, dealership.id() + 1);
  }

  void add(Contact contact) {
    contacts.add(contact, contact.localId());
    remember(contact, contact.user().email());
    remember(contact, contact.user().phone());
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

  void add(Review review) {
    reviews.add(review, review.localId());
  }

  void add(Lead lead) {
    leads.add(lead, lead.localId());
    leadsByReview.computeIfAbsent(lead.reviewId(), key -> new ArrayList<>(1)).add(lead.number());
  }

  void add(Dispute dispute) {
    disputes.add(dispute);
    disputesByReview
        .computeIfAbsent(dispute.reviewId(), key -> new ArrayList<>(1))
        .add(dispute.id());
  }

  /** Puts an answered review in place and forgets the text of everything that shows it. */
  void replace(Review review) {
    reviews.replace(review);
    contacts.touch(review.contactId());
    leadsByReview.getOrDefault(review.id(), List.of()).forEach(leads::touch);
    disputesByReview.getOrDefault(review.id(), List.of()).forEach(disputes::touch);
  }

  void report(String reviewId, LocalDateTime datetime, String message) {
    reports.add(new Report(reviewId, datetime, message));
  }

  @Override
  public synchronized void write(JsonWriter out) {
    write("dealerships", dealerships, out);
    out.array("subscriptions", dealerships.entities(), each -> write(each, out));
    write("contacts", contacts, out);
    write("reviews", reviews, out);
    write("leads", leads, out);
    write("disputes", disputes, out);
    out.array("reports", reports, each -> write(each, out));
  }

  private static <K, T> void write(String name, EntityStore<K, T> store, JsonWriter out) {
    out.array(name, store.page(null, 1, Integer.MAX_VALUE).items(), out::raw);
  }

  private static void write(Dealership local, JsonWriter out) {
    Dealership.Subscription subscription = local.subscription();
    out.startObject()
        .field("local", local.id())
        .field("plan", subscription.plan())
        .field("sms", subscription.sms());
    out.name("services")
        .tree(subscription.services())
        .field("type", subscription.type())
        .endObject();
  }

  private static void write(Report report, JsonWriter out) {
    out.startObject()
        .field("review", report.reviewId())
        .field("datetime", FidcarTime.text(report.datetime()));
    out.field("message", report.message()).endObject();
  }
}
