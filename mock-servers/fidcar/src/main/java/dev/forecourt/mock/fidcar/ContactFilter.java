package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.fidcar.FidcarApi.ListContactsRequest;
import dev.forecourt.mock.fidcar.FidcarApi.ListDealershipContactsRequest;
import dev.forecourt.mock.store.Filter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What the two contact lists can be asked for. */
final class ContactFilter {

  private final FidcarState state;

  ContactFilter(FidcarState state) {
    this.state = state;
  }

  @Nullable Predicate<Contact> of(ListContactsRequest request) {
    Filter<Contact> filter =
        bought(request.start(), request.end(), request.grade(), request.origin())
            .when(request.service(), (each, wanted) -> Text.same(each.fields().service(), wanted))
            .when(request.siret(), (each, wanted) -> Text.same(siret(each), wanted));
    return person(
        filter,
        request.name(),
        request.firstname(),
        request.lastname(),
        request.email(),
        request.phone());
  }

  @Nullable Predicate<Contact> of(ListDealershipContactsRequest request) {
    return person(
        bought(request.start(), request.end(), request.grade(), request.origin()),
        request.name(),
        request.firstname(),
        request.lastname(),
        request.email(),
        request.phone());
  }

  private static @Nullable Predicate<Contact> person(
      Filter<Contact> filter,
      @Nullable String name,
      @Nullable String firstname,
      @Nullable String lastname,
      @Nullable String email,
      @Nullable String phone) {
    return filter
        .when(name, (each, wanted) -> Text.same(each.user().fullName(), wanted))
        .when(firstname, (each, wanted) -> Text.same(each.user().firstname(), wanted))
        .when(lastname, (each, wanted) -> Text.same(each.user().lastname(), wanted))
        .when(email, (each, wanted) -> Text.same(each.user().email(), wanted))
        .when(phone, (each, wanted) -> Text.samePhone(each.user().phone(), wanted))
        .build();
  }

  /** Both days belong to the period. */
  private Filter<Contact> bought(
      @Nullable String start,
      @Nullable String end,
      @Nullable String grade,
      @Nullable String origin) {
    return new Filter<Contact>()
        .when(FidcarTime.atStart(start), (each, day) -> !each.datetime().isBefore(day))
        .when(FidcarTime.atEnd(end), (each, day) -> !each.datetime().isAfter(day))
        .when(GradeFilter.of(grade), (each, wanted) -> wanted.accepts(review(each)))
        .when(origin, (each, wanted) -> Text.same(each.fields().origin(), wanted));
  }

  private @Nullable Review review(Contact contact) {
    return contact.reviewId() == null ? null : state.reviews().find(contact.reviewId());
  }

  private @Nullable String siret(Contact contact) {
    Dealership dealership = state.dealerships().find(contact.localId());
    return dealership == null ? null : dealership.fields().siret();
  }
}
