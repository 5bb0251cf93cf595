package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes a sample of every error that an operation documents, and where its message belongs. */
final class ErrorTemplates {

  private static final int LAST_STATUS = 599;
  private static final List<String> MESSAGES =
      List.of(
          "message",
          "error_description",
          "detail",
          "errormessage",
          "error_message",
          "msg",
          "description",
          "reason",
          "title",
          "error",
          "text");
  private static final List<String> CODES =
      List.of(
          "status", "statuscode", "status_code", "code", "errorcode", "error_code", "httpstatus");

  private final Samples samples;
  private final Findings findings;
  private final List<String> silent = new ArrayList<>();
  private final Map<String, String> shape = new LinkedHashMap<>();
  private final List<String> templates = new ArrayList<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  ErrorTemplates(OpenAPI contract, Samples samples, Findings findings) {
    this.samples = samples;
    this.findings = findings;
    Object written =
        contract.getExtensions() == null ? null : contract.getExtensions().get("x-error-shape");
    if (written instanceof Map<?, ?> map) {
      map.forEach((name, pointer) -> shape.put(String.valueOf(name), String.valueOf(pointer)));
    }
  }

  /** Initialisers, one for each operation and status. */
  List<String> templates() {
    return templates;
  }

  /** Texts that they use: initialiser to name. */
  Map<String, String> texts() {
    return texts;
  }

  /** Notes the errors that cannot tell why a request was refused. */
  void noteSilent() {
    if (!silent.isEmpty()) {
      findings.note(
          silent.get(0),
          "its schema has no place for a message%s; the header Mock-Reason tells why a request is refused"
              .formatted(silent.size() == 1 ? "" : ", as of %d errors".formatted(silent.size())));
    }
  }

  void add(int number, Operation operation) {
    operation
        .getResponses()
        .forEach(
            (key, response) -> {
              boolean failure = key.startsWith("4") || key.startsWith("5") || key.equals("default");
              if (failure && response.getContent() != null && !response.getContent().isEmpty()) {
                add(number, operation, key, response);
              }
            });
  }

  private void add(int number, Operation operation, String key, ApiResponse response) {
    Map.Entry<String, MediaType> content =
        response.getContent().entrySet().stream()
            .min(Comparator.comparing(each -> !BodyMedia.isJson(BodyMedia.plain(each.getKey()))))
            .orElseThrow();
    MediaType media = content.getValue();
    String type = AnswerMedia.concrete(content.getKey(), media.getSchema());
    Object value = value(media, operation);
    boolean json = type.contains("json");
    String text = AnswerMedia.text(type, media.getSchema(), value);
    String constant =
        texts.computeIfAbsent(Java.string(text), each -> "ERROR_" + (texts.size() + 1));
    int from = key.equals("default") ? 400 : Statuses.first(key);
    int to = key.equals("default") ? LAST_STATUS : Statuses.isRange(key) ? from + 99 : from;
    String place = json ? messagePlace(media.getSchema(), value) : "";
    boolean hasPlace = json ? holds(media.getSchema(), value, place) : type.startsWith("text/");
    if (!hasPlace) {
      silent.add(operation.getOperationId() + " " + key);
    }
    templates.add(
        "new ErrorTemplate(%d, %d, %d, %s, %s, %s, %s)"
            .formatted(
                number,
                from,
                to,
                Java.string(type),
                constant,
                Java.string(place),
                Java.string(json ? first(places("code", CODES, value, true)) : "")));
  }

  private @Nullable Object value(MediaType media, Operation operation) {
    Object example = media.getExample();
    if (media.getExamples() != null && !media.getExamples().isEmpty()) {
      example = media.getExamples().values().iterator().next().getValue();
    }
    if (example != null
        && (media.getSchema() == null || samples.fits(media.getSchema(), Plain.of(example)))) {
      return Plain.of(example);
    }
    return media.getSchema() == null
        ? example
        : samples.of(media.getSchema(), operation.getOperationId(), 0);
  }

  /** The first place that any text may stand in: some contracts list the messages there are. */
  private String messagePlace(@Nullable Schema<?> schema, @Nullable Object sample) {
    List<String> all = places("message", MESSAGES, sample, false);
    return all.stream().filter(each -> holds(schema, sample, each)).findFirst().orElse(first(all));
  }

  /** Whether any text may stand there. */
  private boolean holds(@Nullable Schema<?> schema, @Nullable Object sample, String place) {
    return (!place.isEmpty() || sample instanceof String)
        && (schema == null || samples.fits(schema, SampleTree.with(sample, place, "any text")));
  }

  private static String first(List<String> places) {
    return places.isEmpty() ? "" : places.get(0);
  }

  /**
   * Places in a sample, the best first: where the contract says it is, if the sample has something
   * there; then by their names.
   */
  private List<String> places(
      String what, List<String> names, @Nullable Object value, boolean number) {
    Map<Integer, List<String>> byRank = new TreeMap<>();
    String said = shape.get(what);
    if (said != null && at(value, said) != null) {
      byRank.computeIfAbsent(-1, each -> new ArrayList<>()).add(said);
    }
    Deque<Map.Entry<String, Object>> open = new ArrayDeque<>();
    if (value != null) {
      open.add(Map.entry("", value));
    }
    for (int seen = 0; !open.isEmpty() && seen < 200; seen++) {
      Map.Entry<String, Object> each = open.removeFirst();
      if (each.getValue() instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> member : map.entrySet()) {
          String name = String.valueOf(member.getKey());
          String pointer = each.getKey() + "/" + name.replace("~", "~0").replace("/", "~1");
          int found = names.indexOf(name.toLowerCase(Locale.ROOT));
          if (found >= 0 && isOfKind(member.getValue(), number)) {
            byRank.computeIfAbsent(found, rank -> new ArrayList<>()).add(pointer);
          }
          if (member.getValue() != null) {
            open.add(Map.entry(pointer, member.getValue()));
          }
        }
      } else if (each.getValue() instanceof List<?> list
          && !list.isEmpty()
          && list.get(0) != null) {
        open.add(Map.entry(each.getKey() + "/0", list.get(0)));
      }
    }
    return byRank.values().stream().flatMap(List::stream).toList();
  }

  private static boolean isOfKind(@Nullable Object value, boolean number) {
    return number
        ? value instanceof Number || String.valueOf(value).matches("[1-5]\\d\\d")
        : value instanceof String;
  }

  static @Nullable Object at(@Nullable Object tree, String pointer) {
    Object value = tree;
    for (String token : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
      String name = token.replace("~1", "/").replace("~0", "~");
      if (value instanceof List<?> list) {
        value =
            name.matches("\\d{1,4}") && Integer.parseInt(name) < list.size()
                ? list.get(Integer.parseInt(name))
                : null;
      } else {
        value = value instanceof Map<?, ?> map ? map.get(name) : null;
      }
    }
    return value;
  }
}
