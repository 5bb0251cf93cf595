package dev.forecourt.mock.scenario;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.UnknownName;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a stub begins with under a name. A document of it is {@code {"description": "…", "state":
 * {…}, "faults": […], "clock": {…}}}; each member may be left out.
 *
 * @param name letters, digits and dashes
 * @param description for people
 * @param state tables as {@code /__mock/state} takes them; those left out get their seed
 * @param faults rules as {@code /__mock/faults} takes them
 * @param clock as {@code /__mock/clock} takes it; null for that of the machine
 */
record Scenario(
    String name, String description, Map<?, ?> state, List<?> faults, @Nullable Map<?, ?> clock) {

  private static final List<String> MEMBERS = List.of("description", "state", "faults", "clock");

  /** Reads a document. Throws {@link Refusal} that says what is wrong with it. */
  static Scenario of(String name, byte[] document) {
    try {
      if (JsonReader.read(document) instanceof Map<?, ?> members) {
        return of(name, members);
      }
      throw new Refusal(400, "a scenario must be a JSON object");
    } catch (JsonProblem e) {
      throw new Refusal(400, "a scenario must be JSON: " + e.getMessage());
    }
  }

  private static Scenario of(String name, Map<?, ?> members) {
    for (Object each : members.keySet()) {
      if (!MEMBERS.contains(String.valueOf(each))) {
        throw UnknownName.of(String.valueOf(each), MEMBERS);
      }
    }
    Object clock = members.get("clock");
    return new Scenario(
        name,
        members.get("description") instanceof String text ? text : "",
        member(members.get("state"), Map.of(), "state", "an object"),
        member(members.get("faults"), List.of(), "faults", "an array"),
        clock == null ? null : member(clock, Map.of(), "clock", "an object"));
  }

  @SuppressWarnings("unchecked")
  private static <T> T member(@Nullable Object value, T otherwise, String name, String wanted) {
    if (value == null) {
      return otherwise;
    }
    boolean fits = otherwise instanceof Map ? value instanceof Map : value instanceof List;
    if (!fits) {
      throw new Refusal(400, "'%s' of a scenario must be %s".formatted(name, wanted));
    }
    return (T) value;
  }

  /** The same with another description. */
  Scenario described(String other) {
    return new Scenario(name, other, state, faults, clock);
  }

  byte[] document() {
    return JsonWriter.object(
        out -> {
          out.field("description", description).name("state").tree(state);
          out.name("faults").tree(faults);
          if (clock != null) {
            out.name("clock").tree(clock);
          }
        });
  }
}
