package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.api.AppointmentsService.ListAppointmentsByDmsNumberQuery;
import dev.forecourt.claire.model.*;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** Appointments: claire.txt L28-325. */
class ClaireAppointmentsPactTest {
  /** claire.txt L182-296; the sample answer is L189-290. */
  @Test
  void getsTheDocumentedAppointment() {
    verify(
        pact ->
            answered(
                ask(pact, getAppointment(0), SAMPLE, "the documented one"),
                200,
                like(evidence("getAppointment.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Appointment appointment = claire.appointments().getAppointment(0);

            assertThat(appointment.id()).isZero();
            assertThat(appointment.createdOn()).as("a time of the year 1 is none").isNull();
          }
        });
  }

  /** The models of claire.txt L950-1237; the values are those of the contract's example. */
  @Test
  void getsACompleteAppointment() {
    verify(
        pact ->
            answered(
                ask(pact, getAppointment(APPOINTMENT), KNOWN, "with car, customers and works"),
                200,
                like(example("Appointment"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Appointment appointment = claire.appointments().getAppointment(APPOINTMENT);

            assertThat(appointment.customerDriver().surname()).isEqualTo("de Vries");
            assertThat(appointment.interventions().get(0).elements())
                .extracting(InterventionElement::elementType)
                .containsExactly(InterventionElementType.PART);
            assertThat(appointment.scheduledIn())
                .isEqualTo(OffsetDateTime.parse("2024-08-20T08:30:00+02:00"));
          }
        });
  }

  /** claire.txt L31-150; the sample answer is L39-142. The vendor has given the operation up. */
  @Test
  @SuppressWarnings("deprecation")
  void listsAppointmentsByDmsNumber() {
    verify(
        pact ->
            answered(
                ask(pact, listAppointmentsByDmsNumber(), KNOWN, "by the number of the appointment"),
                200,
                listOf(evidence("listAppointmentsByDmsNumber.response").get(0))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var found = claire.appointments().listAppointmentsByDmsNumber(LOCATION, "A2024-08154");

            assertThat(found).hasSize(1);
          }
        });
  }

  /** claire.txt L147-148: a customer's number needs customer_kind. */
  @Test
  @SuppressWarnings("deprecation")
  void listsAppointmentsOfACustomer() {
    verify(
        pact ->
            answered(
                VENDOR
                    .request(
                        pact,
                        KNOWN,
                        "listAppointmentsByDmsNumber: by the number of a customer",
                        "GET",
                        "/v1/appointments")
                    .query("location_id=312&dms_nr=C-10021&customer_kind=driver"),
                200,
                listOf(only(example("Appointment"), "id", "driver_dms_number"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var driver =
                ListAppointmentsByDmsNumberQuery.builder().customerKind(CustomerKind.DRIVER);

            var found =
                claire
                    .appointments()
                    .listAppointmentsByDmsNumber(LOCATION, "C-10021", driver.build());

            assertThat(found).extracting(Appointment::driverDmsNumber).containsExactly("C-10021");
          }
        });
  }

  /** claire.txt L151-181; the sample request is L158-164, its answer L166-168: null is none. */
  @Test
  void findsNothingByTheDocumentedFilter() {
    verify(
        pact ->
            answered(
                ask(
                    pact,
                    searchAppointments(evidence("searchAppointments.request")),
                    SAMPLE,
                    "by the documented filter"),
                200,
                like(evidence("searchAppointments.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter = model(evidence("searchAppointments.request"), AppointmentFilter.class);

            assertThat(claire.appointments().searchAppointments(filter).appointments()).isEmpty();
          }
        });
  }

  /** claire.txt L175. */
  @Test
  void findsAppointmentsOfADay() {
    verify(
        pact -> found(pact, "AppointmentFilterByDate", "those of a day", "time_car_app"),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter =
                AppointmentFilter.builder()
                    .locationId(LOCATION)
                    .date(OffsetDateTime.parse("2024-08-20T00:00:00Z"));

            var found = claire.appointments().searchAppointments(filter.build()).appointments();

            assertThat(found)
                .extracting(Appointment::timeCarApp)
                .containsExactly(OffsetDateTime.parse("2024-08-20T08:30:00+02:00"));
          }
        });
  }

  /** claire.txt L173-174. */
  @Test
  void findsAppointmentsOfADriver() {
    verify(
        pact ->
            found(pact, "AppointmentFilterByCustomer", "those of a driver", "driver_dms_number"),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter =
                AppointmentFilter.builder()
                    .locationId(LOCATION)
                    .dmsNr("C-10021")
                    .customerKind(CustomerKind.DRIVER);

            var found = claire.appointments().searchAppointments(filter.build()).appointments();

            assertThat(found).extracting(Appointment::driverDmsNumber).containsExactly("C-10021");
          }
        });
  }

  /** claire.txt L176: true is the only value. */
  @Test
  void findsPinnedAppointments() {
    verify(
        pact -> found(pact, "AppointmentFilterPinned", "those that are pinned", "is_pinned"),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter = AppointmentFilter.builder().locationId(LOCATION).isPinned(true);

            var found = claire.appointments().searchAppointments(filter.build()).appointments();

            assertThat(found).extracting(Appointment::isPinned).containsExactly(true);
          }
        });
  }

  /** claire.txt L297-325; the sample request is L314-316. */
  @Test
  void importsTheDocumentedBatch() {
    verify(
        pact ->
            done(
                ask(
                    pact,
                    importAppointments(evidence("importAppointments.request")),
                    LOCATIONS,
                    "the documented batch"),
                200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var batch = model(evidence("importAppointments.request"), AppointmentImportBatch.class);

            claire.appointments().importAppointments(batch);
          }
        });
  }

  /**
   * claire.txt L303-305 say what an appointment must have. L310 answers 200 even for one that has
   * not, and trigger 19 tells why (ClaireMessagePactTest); no interaction says so, because our
   * contract forbids to send it: the client refuses it in build(), Prism with 400.
   */
  @Test
  void importsACompleteAppointment() {
    verify(
        pact ->
            done(
                ask(
                    pact,
                    importAppointments(example("AppointmentImportBatch")),
                    LOCATIONS,
                    "with driver, owner and works"),
                200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var batch = model(example("AppointmentImportBatch"), AppointmentImportBatch.class);

            claire.appointments().importAppointments(batch);
          }
        });
  }

  private static V4Pact found(
      PactDslWithProvider pact, String filter, String does, String... members) {
    ObjectNode found = example("AppointmentEnvelope").deepCopy();
    found.putArray("appointments").add(only(example("Appointment"), members));
    return answered(ask(pact, searchAppointments(example(filter)), KNOWN, does), 200, like(found));
  }
}
