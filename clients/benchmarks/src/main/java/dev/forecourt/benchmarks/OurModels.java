package dev.forecourt.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.forecourt.claire.model.Appointment;
import dev.forecourt.claire.model.AppointmentImport;
import dev.forecourt.claire.model.AppointmentImportBatch;
import dev.forecourt.claire.model.CarImport;
import dev.forecourt.claire.model.CustomerImport;
import dev.forecourt.claire.model.Tag;
import java.lang.reflect.Type;
import java.time.OffsetDateTime;
import java.util.List;

/** The models of forecourt-claire. */
final class OurModels {

  private OurModels() {}

  static Type type(Answer answer) {
    return switch (answer) {
      case TAGS -> new TypeReference<List<Tag>>() {}.getType();
      case APPOINTMENT -> Appointment.class;
      case APPOINTMENTS -> new TypeReference<List<Appointment>>() {}.getType();
    };
  }

  /** The same appointment as {@link StockModels#batch}. */
  static AppointmentImportBatch batch() {
    return AppointmentImportBatch.builder()
        .appointments(
            List.of(
                AppointmentImport.builder()
                    .dmsNr("A2024-08154")
                    .woNr("WO-88213")
                    .dmsCreatedAt(OffsetDateTime.parse("2024-08-19T09:30:00+02:00"))
                    .timeCarApp(OffsetDateTime.parse("2024-08-20T08:30:00+02:00"))
                    .locationId(312)
                    .car(
                        CarImport.builder()
                            .dmsNr("V-55071")
                            .vin("WVWZZZAUZJW123456")
                            .model("Golf")
                            .make("Volkswagen")
                            .build())
                    .customerDriver(
                        CustomerImport.builder().dmsNr("C-10021").surname("de Vries").build())
                    .build()))
        .build();
  }

  static String facts(Object answer) {
    if (answer instanceof Appointment one) {
      return "%d %s %s %s %s"
          .formatted(
              one.id(),
              one.vin(),
              one.scheduledIn().toInstant(),
              one.customerOwner().surname(),
              one.interventions().get(0).elements().get(0).price());
    }
    List<?> list = (List<?>) answer;
    if (list.get(0) instanceof Tag tag) {
      return tag.id() + " " + tag.name() + " " + tag.color();
    }
    return list.size() + ": " + facts(list.get(0)) + "; " + facts(list.get(list.size() - 1));
  }
}
