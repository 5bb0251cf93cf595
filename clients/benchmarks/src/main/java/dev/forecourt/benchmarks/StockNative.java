package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.stocknative.ApiClient;
import dev.forecourt.benchmarks.stocknative.ApiException;
import dev.forecourt.benchmarks.stocknative.api.AppointmentsApi;
import dev.forecourt.benchmarks.stocknative.api.TagsApi;
import dev.forecourt.benchmarks.stocknative.model.Appointment;
import dev.forecourt.benchmarks.stocknative.model.AppointmentImport;
import dev.forecourt.benchmarks.stocknative.model.AppointmentImportBatch;
import dev.forecourt.benchmarks.stocknative.model.CarImport;
import dev.forecourt.benchmarks.stocknative.model.CustomerImport;
import dev.forecourt.benchmarks.stocknative.model.Tag;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * The generator's library {@code native} with its own templates and models. It leaves the key to
 * its user.
 */
final class StockNative implements Contestant {
  private final AppointmentsApi appointments;
  private final TagsApi tags;

  StockNative(String baseUrl) {
    ApiClient client = new ApiClient();
    client.updateBaseUri(baseUrl);
    client.setRequestInterceptor(request -> request.header("Authorization", Library.KEY));
    appointments = new AppointmentsApi(client);
    tags = new TagsApi(client);
  }

  @Override
  @SuppressWarnings("deprecation")
  public Object call(Answer answer) throws ApiException {
    return switch (answer) {
      case TAGS -> tags.listTags();
      case APPOINTMENT -> appointments.getAppointment(4711823L);
      case APPOINTMENTS -> appointments.listAppointmentsByDmsNumber(312L, "C-10022", null);
    };
  }

  @Override
  public void change() throws ApiException {
    appointments.importAppointments(
        new AppointmentImportBatch()
            .appointments(
                List.of(
                    new AppointmentImport()
                        .dmsNr("A2024-08154")
                        .woNr("WO-88213")
                        .dmsCreatedAt(OffsetDateTime.parse("2024-08-19T09:30:00+02:00"))
                        .timeCarApp(OffsetDateTime.parse("2024-08-20T08:30:00+02:00"))
                        .locationId(312L)
                        .car(
                            new CarImport()
                                .dmsNr("V-55071")
                                .vin("WVWZZZAUZJW123456")
                                .model("Golf")
                                .make("Volkswagen"))
                        .customerDriver(
                            new CustomerImport().dmsNr("C-10021").surname("de Vries")))));
  }

  @Override
  public String facts(Object answer) {
    if (answer instanceof Appointment one) {
      return "%d %s %s %s %s"
          .formatted(
              one.getId(),
              one.getVin(),
              one.getScheduledIn().toInstant(),
              one.getCustomerOwner().getSurname(),
              one.getInterventions().get(0).getElements().get(0).getPrice());
    }
    List<?> list = (List<?>) answer;
    if (list.get(0) instanceof Tag tag) {
      return tag.getId() + " " + tag.getName() + " " + tag.getColor();
    }
    return list.size() + ": " + facts(list.get(0)) + "; " + facts(list.get(list.size() - 1));
  }
}
