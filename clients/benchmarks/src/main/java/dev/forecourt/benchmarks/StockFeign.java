package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.stockfeign.ApiClient;
import dev.forecourt.benchmarks.stockfeign.api.AppointmentsApi;
import dev.forecourt.benchmarks.stockfeign.api.TagsApi;
import feign.Client;
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
  public void change() {
    appointments.importAppointments(StockModels.batch());
  }

  @Override
  public String facts(Object answer) {
    return StockModels.facts(answer);
  }
}
