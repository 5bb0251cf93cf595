package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.fidcar.FidcarApi.CreateContactRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** Turns a filled-in form into a contact: its status, and the messages that are planned for it. */
final class ContactIntake {

  private final FidcarState state;
  private final FidcarTime time;
  private final Supplier<UUID> ids;

  ContactIntake(FidcarState state, FidcarTime time, Supplier<UUID> ids) {
    this.state = state;
    this.time = time;
    this.ids = ids;
  }

  Contact contact(CreateContactRequest request) {
    LocalDateTime now = time.now();
    User user = new User(request.firstname(), request.lastname(), request.email(), request.phone());
    String status = status(request.localId(), user, now);
    return new Contact(
        ids.get().toString(),
        request.localId(),
        user,
        purchased(request, now),
        null,
        status.equals("contactable") ? plan(request, now) : List.of(),
        status,
        fields(request));
  }

  private static LocalDateTime purchased(CreateContactRequest request, LocalDateTime now) {
    LocalDate day =
        request.date() == null ? now.toLocalDate() : FidcarTime.day("date", request.date());
    LocalTime hour = request.hour() == null ? now.toLocalTime() : FidcarTime.hour(request.hour());
    return day.atTime(hour);
  }

  private static ContactSummaryJson fields(CreateContactRequest request) {
    return ContactSummaryJson.builder()
        .reference(null)
        .pro(request.pro())
        .service(request.service())
        .seller(request.seller())
        .type(request.type())
        .brand(request.brand())
        .model(request.model())
        .immat(request.immat())
        .vin(request.vin())
        .km(request.km())
        .mec(request.mec())
        .origin(request.origin())
        .price(request.price())
        .build();
  }

  /**
   * "The contact already has been reached the last month on this dealership" counts messages, not
   * purchases, planned ones too; who "already tell that he doesn't wanted to be reached again" is
   * left alone by all dealerships.
   */
  private String status(long localId, User user, LocalDateTime now) {
    Outbox outbox = state.outbox();
    if (outbox.isUnwilling(user)) {
      return Contact.DISABLED;
    }
    return outbox.isReached(localId, user, now.minusMonths(1)) ? "too_soon" : "contactable";
  }

  /**
   * FIDCAR plans "as in the dealership configuration", which it does not describe: three and six
   * days later, at ten.
   */
  private static List<Communication> plan(CreateContactRequest request, LocalDateTime now) {
    List<Communication> planned = new ArrayList<>(2);
    if (request.email() != null) {
      planned.add(planned("email", now, 3));
    }
    if (request.phone() != null) {
      planned.add(planned("sms", now, 6));
    }
    return planned;
  }

  private static Communication planned(String type, LocalDateTime now, int days) {
    return new Communication(
        type, Communication.PLANNED, now.toLocalDate().plusDays(days).atTime(10, 0));
  }
}
