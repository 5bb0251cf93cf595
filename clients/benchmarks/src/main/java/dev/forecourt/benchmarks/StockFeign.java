package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.stockfeign.ApiClient;
import dev.forecourt.benchmarks.stockfeign.api.AppointmentsApi;
import dev.forecourt.benchmarks.stockfeign.api.TagsApi;
import dev.forecourt.benchmarks.stockfeign.model.Appointment;
import dev.forecourt.benchmarks.stockfeign.model.Tag;
import feign.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The generator's library {@code feign} with its own templates, models and HTTP client. */
final class StockFeign implements Contestant {
  private final AppointmentsApi appointments;
  private final TagsApi tags;

  StockFeign(String baseUrl) {
    this(baseUrl, null);
  }

  /** With another HTTP client, unless it is null. */
  StockFeign(String baseUrl, @Nullable Client http) {
    ApiClient client = new ApiClient("ApiKeyHeader", Library.KEY).setBasePath(baseUrl);
    if (http != null) {
      client.getFeignBuilder().client(http);
    }
    appointments = client.buildClient(AppointmentsApi.class);
    tags = client.buildClient(TagsApi.class);
  }

  @Override
  @SuppressWarnings("deprecation")
  public Object call(Answer answer) {
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
