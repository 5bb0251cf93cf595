package dev.forecourt.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.forecourt.benchmarks.stockfeign.model.Appointment;
import dev.forecourt.benchmarks.stockfeign.model.AppointmentImport;
import dev.forecourt.benchmarks.stockfeign.model.AppointmentImportBatch;
import dev.forecourt.benchmarks.stockfeign.model.CarImport;
import dev.forecourt.benchmarks.stockfeign.model.CustomerImport;
import dev.forecourt.benchmarks.stockfeign.model.Tag;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Models with setters, as the generator makes them from the same contract, and as a developer
 * without forecourt-claire would have them.
 */
final class StockModels {

  private StockModels() {}

  static Type type(Answer answer) {
    return switch (answer) {
      case TAGS -> new TypeReference<List<Tag>>() {}.getType();
      case APPOINTMENT -> Appointment.class;
      case APPOINTMENTS -> new TypeReference<List<Appointment>>() {}.getType();
    };
  }

  /** The mapper of a developer who knows Jackson. */
  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  /** What {@link Contestant#change} imports. */
  static AppointmentImportBatch batch() {
    return new AppointmentImportBatch()
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
                    .customerDriver(new CustomerImport().dmsNr("C-10021").surname("de Vries"))));
  }

  static String facts(Object answer) {
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
