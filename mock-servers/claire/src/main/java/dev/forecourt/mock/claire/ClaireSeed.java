package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Start data: {@code seed/claire.json} with the examples of the contract under their ids and the
 * vendor's own samples under id 0, then a fortnight of appointments around today. The same for the
 * same clock.
 */
final class ClaireSeed {

  /** The dealer to whom all keys belong. */
  static final long DEALER = 57;

  /** Account of the first key, to whom the seeded webhooks belong. */
  static final long ACCOUNT = 88;

  static final long DOCUMENTED_APPOINTMENT = 4711823;
  private static final Instant CUSTOMERS_MADE = Instant.parse("2024-08-19T14:02:11Z");

  private final ClaireState state;
  private final Instant now;
  private final LocalDate today;

  ClaireSeed(ClaireState state, Instant now) {
    this.state = state;
    this.now = now;
    today = ClaireTime.day(now);
  }

  /** Puts the rows in when they are first needed; today is the day of this call. */
  void fill() {
    state
        .tables()
        .fillLater(
            () -> SeedRows.document(ClaireSeed.class, "claire.json"),
            () -> {
              addAppointments();
              addWebhookErrors();
            });
  }

  private void addAppointments() {
    Blanks blanks = new Blanks(state);
    CheckJson check =
        CheckJson.of(ClaireOperations.LIST_CHECKS.example("documented").objects().get(0));
    List<Work> works = SeedRows.records(Work.class, "claire/works.psv");
    for (SeedVisit visit : SeedRows.records(SeedVisit.class, "claire/appointments.psv")) {
      Appointment made = appointment(visit, blanks, works);
      state.appointments.put(made);
      if (visit.minutes() != null) {
        state.checks.put(check(visit, visit.minutes(), made, check));
      }
    }
  }

  private Appointment appointment(SeedVisit visit, Blanks blanks, List<Work> works) {
    LocalDate day = today.plusDays(visit.day());
    String time = visit.time(today);
    // the DMS makes one a minute, nine days before
    Instant created =
        ClaireTime.moment(day.minusDays(9), 9, (int) (visit.number() % 100 - 1)).toInstant();
    String made = created.toString();
    long id = state.nextId("appointment");
    Customer.Key key = new Customer.Key(visit.location(), "A-" + visit.number(), created);
    List<InterventionJson> planned = new ArrayList<>();
    for (String title : visit.works().split(", ")) {
      planned.add(intervention(blanks, works, title, planned.size() + 1, made));
    }
    AppointmentJson.Builder fields =
        blanks
            .appointment(id, key, made)
            .workorderNumber("WO-" + (80_000 + visit.number()))
            .referenceNumber("CL-" + id)
            .importerVersion("3.18.2")
            .dmsStatus("OPEN")
            .customerWaiting(visit.is("waiting"))
            .isPinned(visit.is("pinned"))
            .timeCarApp(time)
            .scheduledIn(time)
            .scheduledOut(ClaireTime.local(day, 17, 0))
            .currentKm(visit.km())
            .dmsKm(visit.km())
            .interventions(planned)
            .carCheckStarted(day.equals(today));
    blanks.statuses(fields, statuses(day, made));
    return new Appointment(id, key, Car.key(visit.vin()), customers(visit), fields.build());
  }

  private static InterventionJson intervention(
      Blanks blanks, List<Work> works, String title, int number, String made) {
    Work work = works.stream().filter(each -> each.title().equals(title)).findFirst().orElseThrow();
    return blanks
        .intervention(made)
        .dmsNr("I-00" + number)
        .title(title)
        .description(work.description())
        .price(work.price())
        .build();
  }

  private List<Blanks.Status> statuses(LocalDate day, String made) {
    Blanks.Status first = new Blanks.Status(1, "New", made);
    if (day.isBefore(today)) {
      return List.of(first, new Blanks.Status(5, "Car ready", ClaireTime.local(day, 16, 30)));
    }
    return day.equals(today)
        ? List.of(first, new Blanks.Status(10, "Car check started", ClaireTime.local(day, 8, 45)))
        : List.of(first);
  }

  private Map<CustomerKind, Long> customers(SeedVisit visit) {
    Map<CustomerKind, Long> customers = new EnumMap<>(CustomerKind.class);
    visit
        .customers()
        .forEach(
            (kind, number) -> {
              Customer customer =
                  number == null
                      ? null
                      : state.customer(new Customer.Key(visit.location(), number, CUSTOMERS_MADE));
              if (customer != null) {
                customers.put(kind, customer.id());
              }
            });
    return customers;
  }

  private CheckJson check(
      SeedVisit visit, long minutes, Appointment appointment, CheckJson documented) {
    Instant begun = ClaireTime.instant(visit.time(today));
    Car car = state.cars.find(appointment.carKey());
    return documented.toBuilder()
        .createdOn(begun.toString())
        .updatedOn(begun.plusSeconds(1500).toString())
        .id(state.nextId("check"))
        .duration(60 * minutes)
        .appointmentId(appointment.id())
        .carId(car == null ? null : car.id())
        .build();
  }

  private void addWebhookErrors() {
    for (Failure each : SeedRows.records(Failure.class, "claire/webhook_errors.psv")) {
      state.webhooks.fail(
          each.webhook(), now.minus(Duration.ofHours(each.hoursAgo())), each.reason());
    }
  }

  private record Work(String title, String description, BigDecimal price) {}

  private record Failure(long webhook, long hoursAgo, String reason) {}
}
