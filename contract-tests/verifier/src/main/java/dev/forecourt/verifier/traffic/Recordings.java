package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.check.Exchange;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads recordings of every kind, and tells the kind by what stands in them: HAR files, journals of
 * our mock servers, pact files, and recordings of {@link RecordingWriter}. Once from start to end,
 * one exchange at a time.
 */
final class Recordings {
  static final int LONGEST_TEXT = 32_000_000;

  private static final String KINDS =
      "Known are HAR files, the journal of a mock server (GET /__mock/requests), pact files, and recordings with one exchange a line; each may be compressed with gzip.";

  private final Function<JsonNode, List<Exchange>> pacts;
  private final Sink sink;
  private final ObjectMapper mapper;

  /** {@code pacts} reads a pact file. */
  Recordings(Function<JsonNode, List<Exchange>> pacts, Sink sink) {
    this.pacts = pacts;
    this.sink = sink;
    JsonFactory factory =
        JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .streamReadConstraints(
                StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
            .build();
    this.mapper = new ObjectMapper(factory);
  }

  /** Reads a file. Throws {@link IllegalArgumentException} for one that is no recording. */
  void read(Path file, Function<InputStream, InputStream> watch) throws IOException {
    try (InputStream raw = watch.apply(Files.newInputStream(file))) {
      read(raw, file.toString(), file.toAbsolutePath().getParent());
    }
  }

  /** Reads a stream from where it is; {@code file} is its name in findings. */
  void read(InputStream raw, String file, @Nullable Path folder) throws IOException {
    try (JsonParser parser = mapper.getFactory().createParser(plain(raw))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException(file + " is no recording. " + KINDS);
      }
      members(parser, file, folder);
    } catch (JsonEOFException e) {
      sink.notice(file + " ends in the middle; what stands before was checked");
    } catch (StreamConstraintsException e) {
      throw new IllegalArgumentException(
          "%s holds a text of more than %,d characters. Record it again without bodies of that size."
              .formatted(file, LONGEST_TEXT),
          e);
    } catch (JsonProcessingException e) {
      // the message of the parser would show what stands there
      throw new IllegalArgumentException(
          "%s cannot be read: line %d, column %d is no JSON. %s"
              .formatted(file, e.getLocation().getLineNr(), e.getLocation().getColumnNr(), KINDS),
          e instanceof JsonParseException ? null : e);
    }
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 16);
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16) : in;
  }

  private void members(JsonParser parser, String file, @Nullable Path folder) throws IOException {
    ObjectNode rest = mapper.createObjectNode();
    boolean known = false;
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("log")) {
        new HarReader(new HarEntry(file, folder), sink).log(parser);
        known = true;
      } else if (name.equals("requests") && value == JsonToken.START_ARRAY) {
        JournalEntry.list(parser, file, sink);
        known = true;
      } else {
        rest.set(name, parser.readValueAsTree());
      }
    }
    if (rest.has("interactions") || rest.has("messages")) {
      pact(rest, file);
    } else if (rest.has(RecordedLine.VERSION)) {
      lines(rest, parser, file);
    } else if (!known) {
      throw new IllegalArgumentException(
          "%s is no recording: it has %s. %s".formatted(file, names(rest), KINDS));
    }
  }

  private void pact(ObjectNode pact, String file) {
    for (Exchange each : pacts.apply(pact)) {
      if (each.kind() == Exchange.Kind.CALL) {
        sink.exchange(new Recorded(file, "", each.withUnknownBody(), true, List.of(), true));
      } else {
        sink.skipped(Skipped.MESSAGE);
      }
    }
  }

  private void lines(ObjectNode first, JsonParser parser, String file) throws IOException {
    int line = 1;
    sink.exchange(RecordedLine.read(first, file, line));
    while (parser.nextToken() != null) {
      line++;
      sink.exchange(RecordedLine.read(parser.readValueAsTree(), file, line));
    }
  }

  private static String names(ObjectNode object) {
    List<String> names =
        object.properties().stream()
            .map(member -> Shapes.name(member.getKey()).toLowerCase(Locale.ROOT))
            .limit(5)
            .toList();
    return names.isEmpty() ? "no members" : "the members " + names;
  }
}
