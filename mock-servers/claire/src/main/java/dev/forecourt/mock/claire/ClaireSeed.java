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
    List<String[]> works = rows("works.psv");
    for (String[] each : rows("appointments.psv")) {
      SeedVisit visit = new SeedVisit(each, today);
      Appointment made = appointment(visit, blanks, works);
      state.appointments.put(made);
      if (visit.hasCheck()) {
        state.checks.put(check(visit, made, check));
      }
    }
  }

  private static List<String[]> rows(String file) {
    return SeedRows.of(ClaireSeed.class, "claire/" + file);
  }

  private Appointment appointment(SeedVisit visit, Blanks blanks, List<String[]> works) {
    // the DMS makes one a minute, nine days before
    Instant created =
        ClaireTime.moment(visit.day().minusDays(9), 9, (int) (visit.number() % 100 - 1))
            .toInstant();
    String made = created.toString();
    long id = state.nextId("appointment");
    Customer.Key key = new Customer.Key(visit.location(), "A-" + visit.number(), created);
    List<InterventionJson> planned = new ArrayList<>();
    for (String title : visit.works()) {
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
            .timeCarApp(visit.time())
            .scheduledIn(visit.time())
            .scheduledOut(ClaireTime.local(visit.day(), 17, 0))
            .currentKm(visit.km())
            .dmsKm(visit.km())
            .interventions(planned)
            .carCheckStarted(visit.day().equals(today));
    blanks.statuses(fields, statuses(visit.day(), made));
    return new Appointment(id, key, Car.key(visit.vin()), customers(visit), fields.build());
  }

  private static InterventionJson intervention(
      Blanks blanks, List<String[]> works, String title, int number, String made) {
    String[] work = works.stream().filter(each -> each[0].equals(title)).findFirst().orElseThrow();
    return blanks
        .intervention(made)
        .dmsNr("I-00" + number)
        .title(title)
        .description(work[1])
        .price(new BigDecimal(work[2]))
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
              Customer.Key key = new Customer.Key(visit.location(), number, CUSTOMERS_MADE);
              Customer customer = state.customer(key);
              if (customer != null) {
                customers.put(kind, customer.id());
              }
            });
    return customers;
  }

  private CheckJson check(SeedVisit visit, Appointment appointment, CheckJson documented) {
    Instant begun = ClaireTime.instant(visit.time());
    Car car = state.cars.find(appointment.carKey());
    return documented.toBuilder()
        .createdOn(begun.toString())
        .updatedOn(begun.plusSeconds(1500).toString())
        .id(state.nextId("check"))
        .duration(visit.checkSeconds())
        .appointmentId(appointment.id())
        .carId(car == null ? null : car.id())
        .build();
  }

  private void addWebhookErrors() {
    for (String[] each : rows("webhook_errors.psv")) {
      Instant when = now.minus(Duration.ofHours(Long.parseLong(each[1])));
      state.webhooks.fail(Long.parseLong(each[0]), when, each[2]);
    }
  }
}
