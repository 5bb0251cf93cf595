package dev.forecourt.mock.fidcar;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Collects the filters of the two contact lists that were sent; those that were not cost nothing.
 */
final class ContactFilter {

  private final List<Predicate<Contact>> filters = new ArrayList<>();
  private final FidcarState state;

  ContactFilter(FidcarState state) {
    this.state = state;
  }

  ContactFilter person(
      @Nullable String name,
      @Nullable String firstname,
      @Nullable String lastname,
      @Nullable String email,
      @Nullable String phone) {
    add(name, contact -> Text.same(contact.user().fullName(), name));
    add(firstname, contact -> Text.same(contact.user().firstname(), firstname));
    add(lastname, contact -> Text.same(contact.user().lastname(), lastname));
    add(email, contact -> Text.same(contact.user().email(), email));
    add(phone, contact -> Text.samePhone(contact.user().phone(), phone));
    return this;
  }

  /** Both days belong to the period. */
  ContactFilter purchased(@Nullable String start, @Nullable String end) {
    if (start != null) {
      filters.add(contact -> !contact.datetime().isBefore(FidcarTime.atStart(start)));
    }
    if (end != null) {
      filters.add(contact -> !contact.datetime().isAfter(FidcarTime.atEnd(end)));
    }
    return this;
  }

  ContactFilter grade(@Nullable String grade) {
    if (grade != null) {
      GradeFilter filter = new GradeFilter(grade);
      filters.add(
          contact ->
              contact.reviewId() != null
                  && filter.accepts(state.reviews().find(contact.reviewId())));
    }
    return this;
  }

  ContactFilter origin(@Nullable String origin) {
    add(origin, contact -> Text.same(contact.origin(), origin));
    return this;
  }

  ContactFilter service(@Nullable String service) {
    add(service, contact -> Text.same(contact.service(), service));
    return this;
  }

  ContactFilter siret(@Nullable String siret) {
    add(siret, contact -> hasSiret(contact, siret));
    return this;
  }

  private boolean hasSiret(Contact contact, @Nullable String siret) {
    Dealership dealership = state.dealerships().find(contact.localId());
    return dealership != null && Text.same(dealership.siret(), siret);
  }

  private void add(@Nullable String wanted, Predicate<Contact> filter) {
    if (wanted != null) {
      filters.add(filter);
    }
  }

  /**
   * All filters together; null when none was sent, so that a page can be cut without walking over
   * the list.
   */
  @Nullable Predicate<Contact> build() {
    return filters.isEmpty()
        ? null
        : contact -> filters.stream().allMatch(each -> each.test(contact));
  }
}
