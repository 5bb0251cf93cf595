package dev.forecourt.benchmarks;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.forecourt.claire.model.Appointment;
import dev.forecourt.claire.model.Tag;
import java.lang.reflect.Type;
import java.util.List;

/** What the clients share that read into the models of forecourt-claire. */
final class OurModels {

  private OurModels() {}

  static Type type(Answer answer) {
    return switch (answer) {
      case TAGS -> new TypeReference<List<Tag>>() {}.getType();
      case APPOINTMENT -> Appointment.class;
      case APPOINTMENTS -> new TypeReference<List<Appointment>>() {}.getType();
    };
  }

  /** The mapper of a developer who knows Jackson, and nothing of our runtime. */
  static ObjectMapper plainMapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
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
