package dev.forecourt.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the server answers: three sizes, and what a client must find in them.
 *
 * <p>The appointment is the contract's own example (specs/claire/components/examples), made 7.5 KB
 * long by setting four of its members to null.
 */
enum Answer {
  /** {@code listTags}: one tag. */
  TAGS("57 B", "/v1/tags", "7 Tyres #ff6600"),
  /** {@code getAppointment}: 100 members, among them lists and objects. */
  APPOINTMENT("7.5 KB", "/v1/appointments/4711823", facts(4711823)),
  /** {@code listAppointmentsByDmsNumber}: 25 of them as a bare array. */
  APPOINTMENTS(
      "188 KB",
      "/v1/appointments?location_id=312&dms_nr=C-10022",
      "25: " + facts(4711801) + "; " + facts(4711825));

  /** Takes a POST of {@link StockModels#batch}, and answers with no body. */
  static final String IMPORT_PATH = "/v1/appointments/import";

  private static final String ID = "4711823";
  private static final int LISTED = 25;

  private final String size;
  private final String path;
  private final String facts;

  Answer(String size, String path, String facts) {
    this.size = size;
    this.path = path;
    this.facts = facts;
  }

  /** The size as it is called in the tables. */
  String size() {
    return size;
  }

  /** Path and query that get it. */
  String path() {
    return path;
  }

  /** What {@link Contestant#facts} must say. */
  String facts() {
    return facts;
  }

  byte[] bytes() {
    return json().getBytes(StandardCharsets.UTF_8);
  }

  private String json() {
    return switch (this) {
      case TAGS -> "[{\"id\":7,\"name\":\"Tyres\",\"color\":\"#ff6600\",\"system\":true}]";
      case APPOINTMENT -> appointment();
      case APPOINTMENTS ->
          IntStream.rangeClosed(1, LISTED)
              .mapToObj(i -> appointment().replace(ID, String.valueOf(4711800 + i)))
              .collect(Collectors.joining(",", "[", "]"));
    };
  }

  private static String facts(long id) {
    return id + " WVWZZZAUZJW123456 2024-08-20T06:30:00Z Jansen 14.5";
  }

  private static String appointment() {
    try (InputStream json = Answer.class.getResourceAsStream("appointment.json")) {
      return new String(json.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
