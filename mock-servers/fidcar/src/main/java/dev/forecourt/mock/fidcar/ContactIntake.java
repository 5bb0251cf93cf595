package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.fidcar.FidcarApi.CreateContactRequest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    String status = status(request, now);
    return new Contact(
        ids.get().toString(),
        request.localId(),
        new User(request.firstname(), request.lastname(), request.email(), request.phone()),
        null,
        request.pro(),
        request.service(),
        purchased(request, now),
        null,
        status.equals("contactable") ? plan(request, now) : List.of(),
        request.seller(),
        vehicle(request),
        request.origin(),
        request.price(),
        status);
  }

  private static LocalDateTime purchased(CreateContactRequest request, LocalDateTime now) {
    LocalDate day =
        request.date() == null ? now.toLocalDate() : FidcarTime.day("date", request.date());
    LocalTime hour = request.hour() == null ? now.toLocalTime() : FidcarTime.hour(request.hour());
    return day.atTime(hour);
  }

  private static Vehicle vehicle(CreateContactRequest request) {
    return new Vehicle(
        request.type(),
        request.brand(),
        request.model(),
        request.immat(),
        request.vin(),
        request.km(),
        request.mec());
  }

  private String status(CreateContactRequest request, LocalDateTime now) {
    String byEmail = status(state.last(request.localId(), request.email()), now);
    String byPhone = status(state.last(request.localId(), request.phone()), now);
    return byEmail.equals("contactable") ? byPhone : byEmail;
  }

  /** What the same person's last contact with the dealership allows. */
  private static String status(@Nullable Contact last, LocalDateTime now) {
    if (last == null) {
      return "contactable";
    }
    boolean unsubscribed =
        last.communication().stream().anyMatch(each -> each.status().equals("unsubscribe"));
    if (unsubscribed || last.status().equals("disabled")) {
      return "disabled";
    }
    return last.datetime().isAfter(now.minusMonths(1)) ? "too_soon" : "contactable";
  }

  /**
   * FIDCAR plans "as in the dealership configuration", which it does not describe: three and six
   * days later, at ten.
   */
  private static List<Communication> plan(CreateContactRequest request, LocalDateTime now) {
    List<Communication> planned = new ArrayList<>(2);
    if (request.email() != null) {
      planned.add(new Communication("email", "wait", now.toLocalDate().plusDays(3).atTime(10, 0)));
    }
    if (request.phone() != null) {
      planned.add(new Communication("sms", "wait", now.toLocalDate().plusDays(6).atTime(10, 0)));
    }
    return planned;
  }
}
