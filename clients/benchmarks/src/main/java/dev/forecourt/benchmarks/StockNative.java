package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.stocknative.ApiClient;
import dev.forecourt.benchmarks.stocknative.ApiException;
import dev.forecourt.benchmarks.stocknative.api.AppointmentsApi;
import dev.forecourt.benchmarks.stocknative.api.TagsApi;
import dev.forecourt.benchmarks.stocknative.model.Appointment;
import dev.forecourt.benchmarks.stocknative.model.Tag;
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
