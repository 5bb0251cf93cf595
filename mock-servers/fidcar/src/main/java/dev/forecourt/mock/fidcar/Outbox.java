package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of planned messages: sent when they are due, cancelled by the customer's review or
 * by the wish to get none. Knows too who has been reached, and who wishes not to be.
 */
final class Outbox {

  private final Table<String, Contact> contacts;
  private final Table<String, Review> reviews;
  private final FidcarTime time;
  // contacts of whom a message is planned or went out, by address; those that got none are left
  // out, or imports of one customer would walk over all of them
  private final Index<String, Contact> reached;
  private final Index<String, Contact> unwilling;
  private final Set<String> waiting = new LinkedHashSet<>();
  private Instant next = Instant.MAX;
  private boolean toldOff;

  Outbox(Table<String, Contact> contacts, Table<String, Review> reviews, FidcarTime time) {
    this.contacts = contacts;
    this.reviews = reviews;
    this.time = time;
    reached = contacts.indexAll(each -> each.isReached() ? addresses(each.user()) : List.of());
    unwilling = contacts.indexAll(each -> each.isUnwilling() ? addresses(each.user()) : List.of());
    contacts.onChange((before, after) -> note(before, after), this::forget);
    reviews.onChange((before, after) -> note(after), () -> {});
  }

  /** Whether a message to this person at a dealership is planned, or went out after a time. */
  boolean isReached(long localId, User user, LocalDateTime since) {
    return addresses(user).stream()
        .flatMap(address -> reached.all(address).stream())
        .filter(each -> each.localId() == localId)
        .flatMap(each -> each.communication().stream())
        .anyMatch(each -> each.reaches() && each.datetime().isAfter(since));
  }

  /** Whether this person has asked FIDCAR for no other message, at whichever dealership. */
  boolean isUnwilling(User user) {
    return addresses(user).stream().anyMatch(each -> unwilling.first(each) != null);
  }

  /** Sends and cancels what is to be by now. */
  void catchUp() {
    if (!toldOff && (waiting.isEmpty() || time.instant().isBefore(next))) {
      return;
    }
    // one who wants no message any more: that concerns contacts without a planned one too
    List<Contact> all =
        toldOff
            ? List.copyOf(contacts.rows())
            : waiting.stream().map(contacts::find).filter(Objects::nonNull).toList();
    toldOff = false;
    next = Instant.MAX;
    LocalDateTime now = time.now();
    for (Contact contact : all) {
      Contact current = current(contact, now);
      if (current.equals(contact)) {
        lookAt(contact.firstPlanned());
      } else {
        contacts.put(current);
      }
    }
  }

  private Contact current(Contact contact, LocalDateTime now) {
    Review review = contact.reviewId() == null ? null : reviews.find(contact.reviewId());
    boolean unwilling = isUnwilling(contact.user());
    List<Communication> messages = new ArrayList<>(contact.communication().size());
    for (Communication each : contact.communication()) {
      boolean cancelled =
          unwilling || (review != null && each.datetime().isAfter(review.datetime()));
      messages.add(
          !each.isPlanned()
              ? each
              : cancelled
                  ? each.as(Communication.CANCELED)
                  : each.datetime().isAfter(now) ? each : each.as(Communication.SENT));
    }
    return contact.with(messages, unwilling ? Contact.DISABLED : contact.status());
  }

  private void note(@Nullable Contact before, @Nullable Contact after) {
    if (after == null) {
      waiting.remove(before == null ? "" : before.id());
      return;
    }
    LocalDateTime planned = after.firstPlanned();
    if (planned == null) {
      waiting.remove(after.id());
    } else {
      waiting.add(after.id());
      lookAt(planned);
    }
    // the first contact that says so is news; what is made for the same person later is not
    toldOff |=
        after.isUnwilling()
            && addresses(after.user()).stream().anyMatch(each -> unwilling.all(each).size() == 1);
    if (planned != null && (after.reviewId() != null || isUnwilling(after.user()))) {
      next = Instant.MIN;
    }
  }

  private void note(@Nullable Review after) {
    if (after != null && waiting.contains(after.contactId())) {
      next = Instant.MIN;
    }
  }

  private void lookAt(@Nullable LocalDateTime planned) {
    if (planned != null) {
      Instant due = FidcarTime.instant(planned);
      next = due.isBefore(next) ? due : next;
    }
  }

  private void forget() {
    waiting.clear();
    toldOff = false;
    next = Instant.MAX;
  }

  private static List<String> addresses(User user) {
    return Stream.of(user.email(), user.phone()).filter(Objects::nonNull).map(Text::fold).toList();
  }
}
