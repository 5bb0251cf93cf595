package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.check.Exchange;
import dev.forecourt.verifier.check.Message;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.SchemaCheck;
import dev.forecourt.verifier.contract.Spot;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes exchanges for {@code traffic} to read again, one a line. Secrets and what may be
 * somebody's are made unreadable first: letters and digits become others, so that types and lengths
 * remain and nothing else. Threads may share it.
 *
 * <pre>{@code
 * Set<String> codes = RecordingWriter.codes(VendorContracts.packaged().of("fidcar"));
 * try (RecordingWriter recording = new RecordingWriter(Files.newBufferedWriter(file), codes)) {
 *   recording.write(Instant.now(), "https://www.fidcar.com", exchange);
 * }
 * }</pre>
 */
public final class RecordingWriter implements Closeable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Writer out;
  private final Set<String> codes;

  /**
   * Writes to {@code out}, line by line.
   *
   * @param codes names of members and parameters whose words are nobody's, such as those with an
   *     enumeration in the contract: words like {@code published} stay readable there
   */
  public RecordingWriter(Writer out, Set<String> codes) {
    this.out = out;
    this.codes = Set.copyOf(codes);
  }

  /** Names of members and parameters that have an enumeration in a contract. */
  public static Set<String> codes(JsonNode contract) {
    Set<String> names = new TreeSet<>();
    ContractTree tree = new ContractTree(contract);
    SchemaCheck schemas = SchemaCheck.ofTraffic(tree);
    for (Spot schema : ContractTree.children(tree.root().to("components", "schemas"))) {
      for (Spot member : ContractTree.children(schema.to("properties"))) {
        if (schemas.parts(member).stream().anyMatch(part -> part.node().has("enum"))) {
          names.add(member.pointer().replaceFirst(".*/", ""));
        }
      }
    }
    return names;
  }

  /**
   * Writes one exchange.
   *
   * @param time when it took place; null if that is not to be recorded
   * @param base scheme, host and port that the request went to
   */
  public synchronized void write(@Nullable Instant time, String base, Exchange exchange) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put(RecordedLine.VERSION, 1);
    if (time != null) {
      line.put("time", time.toString());
    }
    Striking sent = new Striking(codes);
    ObjectNode request = line.putObject("request").put("method", exchange.method());
    request.put(
        "url",
        base.replaceFirst("//.*@", "//")
            + sent.path(exchange.path())
            + sent.query(exchange.request().query()));
    side(request, exchange.request(), sent);
    ObjectNode response = line.putObject("response").put("status", exchange.status());
    side(response, exchange.answer(), new Striking(codes));
    try {
      out.write(JSON.writeValueAsString(line));
      out.write('\n');
      // whoever looks on sees whole lines, also after a power cut
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the recording", e);
    }
  }

  private static void side(ObjectNode side, Message message, Striking striking) {
    if (!message.headers().isEmpty()) {
      ObjectNode headers = side.putObject("headers");
      for (Map.Entry<String, List<String>> each : message.headers().entrySet()) {
        striking
            .header(each.getKey(), each.getValue())
            .forEach(
                headers.withArray("/" + each.getKey().replace("~", "~0").replace("/", "~1"))::add);
      }
    }
    JsonNode body = message.body();
    Set<Message.Gap> gaps = new TreeSet<>(message.gaps());
    if (message.isForm() && body.isTextual()) {
      side.put("body", striking.form(message));
    } else if (body.isTextual() && !message.isJson()) {
      // free text cannot be distinguished
      gaps.add(Message.Gap.BODY);
    } else if (!body.isMissingNode()) {
      side.set("body", striking.body(body));
    }
    if (!gaps.isEmpty()) {
      gaps.forEach(each -> side.withArray("/gaps").add(each.name().toLowerCase(Locale.ROOT)));
    }
    Set<String> struck = new TreeSet<>(striking.struck());
    struck.addAll(message.struck());
    if (!struck.isEmpty()) {
      struck.forEach(side.withArray("/struck")::add);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
