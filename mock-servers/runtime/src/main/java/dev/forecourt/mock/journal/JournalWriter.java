package dev.forecourt.mock.journal;

import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.json.JsonWriter;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes remembered requests as JSON. */
public final class JournalWriter {

  private static final int MICRO_DIGITS = 3;

  private JournalWriter() {}

  /** As the journal of one vendor shows it; with headers and bodies where they are wanted. */
  static void writeForVendor(RecordedRequest entry, boolean body, JsonWriter out) {
    out.startObject();
    out.field("time", entry.time().toString());
    out.field("method", entry.method());
    out.field("path", entry.path());
    if (entry.query() != null) {
      out.field("query", entry.query());
    }
    out.object("headers", headers -> writeKnownHeaders(entry, headers));
    writeOutcome(entry, out);
    out.field("id", entry.id());
    writeCircumstances(entry, out);
    writeMessages(entry, body, out);
    out.endObject();
  }

  /** As the console shows it, beside those of other vendors. */
  public static void write(String vendor, RecordedRequest entry, boolean body, JsonWriter out) {
    out.startObject();
    writeFields(vendor, entry, body, out);
    out.endObject();
  }

  /** The same inside an object that has been started. */
  public static void writeFields(
      String vendor, RecordedRequest entry, boolean body, JsonWriter out) {
    out.field("id", entry.id());
    out.field("vendor", vendor);
    out.field("time", entry.time().toString());
    writeCircumstances(entry, out);
    out.field("method", entry.method());
    out.field("path", entry.path());
    out.field("query", entry.query());
    writeOutcome(entry, out);
    writeMessages(entry, body, out);
  }

  private static void writeCircumstances(RecordedRequest entry, JsonWriter out) {
    out.name("durationMs")
        .tree(BigDecimal.valueOf(entry.duration().toNanos() / 1000, MICRO_DIGITS));
    out.field("session", entry.session());
    out.field("origin", entry.origin());
    out.field("preflight", entry.preflight());
  }

  private static void writeOutcome(RecordedRequest entry, JsonWriter out) {
    out.field("operation", entry.operation());
    out.field("status", entry.status());
    out.field("reason", entry.reason());
    NearestOperation nearest = entry.nearest();
    if (nearest == null) {
      out.field("nearest", (String) null);
    } else {
      out.object("nearest", to -> write(nearest, to));
    }
  }

  private static void write(NearestOperation nearest, JsonWriter out) {
    out.field("operation", nearest.operation())
        .field("method", nearest.method())
        .field("path", nearest.path());
    out.name("differs").tree(nearest.differs());
  }

  private static void writeKnownHeaders(RecordedRequest entry, JsonWriter out) {
    entry.credentials().forEach(name -> out.field(name, Secrets.MASK));
    if (entry.contentType() != null) {
      out.field("Content-Type", entry.contentType());
    }
  }

  private static void writeMessages(RecordedRequest entry, boolean body, JsonWriter out) {
    if (body) {
      out.object("request", to -> write(entry.request(), entry.contentType(), to));
      out.object(
          "response", to -> write(entry.response(), entry.response().header("Content-Type"), to));
    }
  }

  private static void write(RecordedMessage message, @Nullable String contentType, JsonWriter out) {
    out.object("headers", to -> message.headers().forEach(to::field));
    out.field("body", message.body())
        .field("bodyBytes", message.bodyBytes())
        .field("bodyKept", message.kept().name().toLowerCase(Locale.ROOT))
        .field("contentType", contentType);
  }
}
