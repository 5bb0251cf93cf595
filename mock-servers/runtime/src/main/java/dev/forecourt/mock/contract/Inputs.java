package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Spelling;
import dev.forecourt.mock.text.Utf8;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The input of one request for one operation; generated code takes it apart and collects what is
 * wrong with it.
 */
public final class Inputs {

  private static final QueryField UNKNOWN_FIELD = QueryField.oneOrMany(Coerce::text);

  private final MockRequest request;
  private final List<String> segments;
  private final Operation operation;
  private final @Nullable Object caller;
  private final Object monitor;
  private final Violations violations = new Violations();
  private @Nullable Map<String, List<String>> query;
  private boolean bodyOnly;

  /**
   * Input for an operation whose path template these decoded segments have matched. The operation
   * runs while the monitor is held, which is that of what the vendor remembers.
   */
  public Inputs(
      MockRequest request,
      List<String> segments,
      Operation operation,
      @Nullable Object caller,
      Object monitor) {
    this.request = request;
    this.segments = segments;
    this.operation = operation;
    this.caller = caller;
    this.monitor = monitor;
  }

  /** Who calls, as the check of the credentials has found. */
  public <C> C caller(Class<C> type) {
    return type.cast(caller);
  }

  /** What the operation has to hold while it runs; the input is read and checked without it. */
  public Object monitor() {
    return monitor;
  }

  /** Everything found wrong so far. */
  public Violations violations() {
    return violations;
  }

  /** A decoded segment of the path, counted from zero. */
  public String segment(int index) {
    return segments.get(index);
  }

  /**
   * Throws a Refusal that lists every violation, unless there is none: status 422 when only the
   * body is at fault and the contract documents that, otherwise 400.
   */
  public void refuseIfAny() {
    violations.refuseIfAny(bodyOnly ? operation.documented(422, 400) : 400);
  }

  /** Reports every query parameter that is not in the set. */
  public void onlyQuery(Set<String> allowed) {
    onlyQuery(allowed, Set.of());
  }

  /** The same, for an operation that also takes objects by these names. */
  public void onlyQuery(Set<String> allowed, Set<String> objects) {
    for (String name : query().keySet()) {
      if (objects.contains(name) && !allowed.contains(name)) {
        violations.note(
            "query parameter '%s' must be an object, sent as %s[member]=value"
                .formatted(name, name));
      } else if (!isKnown(name, allowed) && !objects.contains(BracketName.root(name))) {
        Set<String> known = new TreeSet<>(allowed);
        known.addAll(objects);
        violations.note(
            "query parameter '%s' is not documented; %s%s"
                .formatted(
                    Shown.cut(name),
                    known.isEmpty() ? "none is allowed" : "allowed are " + String.join(", ", known),
                    Spelling.hint(name, known)));
      }
    }
  }

  /** A query parameter that may be sent once; null when absent. */
  public @Nullable String one(Place at) {
    return single(query().getOrDefault(at.name(), List.of()), at, violations);
  }

  /** Every value of a query parameter that may be repeated. */
  public List<String> many(Place at) {
    return query().getOrDefault(at.name(), List.of());
  }

  private static boolean isKnown(String name, Set<String> allowed) {
    return allowed.contains(name) || allowed.contains(BracketName.withoutIndex(name) + "[]");
  }

  /**
   * Every value of a query parameter whose name ends with brackets, in the order sent: {@code
   * ids[]=1}, {@code ids[0]=1} and {@code ids=1} mean the same.
   */
  public List<String> bracketed(Place at) {
    return BracketName.values(query(), at.name());
  }

  /**
   * The members of an object in the query, read as the types given; null when none was sent. A
   * member that is not among them is kept as text, for the check to report.
   */
  public @Nullable Object object(Place at, Map<String, QueryField> fields) {
    Map<String, List<String>> texts = new LinkedHashMap<>();
    Set<String> arrays = new HashSet<>();
    query().forEach((name, sent) -> addMember(at, name, sent, texts, arrays));
    if (texts.isEmpty()) {
      return null;
    }
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    texts.forEach(
        (member, sent) ->
            values.put(
                member,
                fields.getOrDefault(member, UNKNOWN_FIELD).read(sent, arrays.contains(member))));
    return values;
  }

  private void addMember(
      Place at,
      String name,
      List<String> sent,
      Map<String, List<String>> texts,
      Set<String> arrays) {
    if (!BracketName.root(name).equals(at.name()) || name.equals(at.name())) {
      return;
    }
    String plain = BracketName.member(at.name(), name);
    String array = BracketName.member(at.name(), BracketName.withoutIndex(name));
    String member = plain == null ? array : plain;
    if (member == null) {
      violations.note(
          "query parameter '%s' cannot be read; write %s[member]=value or %s[member][]=value"
              .formatted(Shown.cut(name), at.name(), at.name()));
      return;
    }
    if (plain == null) {
      arrays.add(member);
    }
    texts.computeIfAbsent(member, each -> new ArrayList<>()).addAll(sent);
  }

  /** Values of a query parameter, outside any operation; empty when the query cannot be read. */
  public static List<String> queryValues(MockRequest request, String name) {
    try {
      return UrlEncoded.parse(request.query()).getOrDefault(name, List.of());
    } catch (IllegalArgumentException e) {
      return List.of(); // the operation then says what is wrong with the query
    }
  }

  /** The parts of a query parameter that holds a list with commas between. */
  public List<String> commaSeparated(Place at) {
    String value = one(at);
    return value == null ? List.of() : List.of(value.split(",", -1));
  }

  /** A header that may be sent once; null when absent. */
  public @Nullable String header(Place at) {
    return single(request.headers(at.name()), at, violations);
  }

  /**
   * The one of these languages that the Accept-Language header likes best (RFC 9110, 12.5.4); null
   * when it is absent, takes any, or names none of them: the default is answered then, not an
   * error. Browsers and Node send the header unasked. What cannot be read is noted.
   */
  public @Nullable String language(Place at, List<String> languages) {
    String sent = header(at);
    if (sent == null) {
      return null;
    }
    List<WeightedItem> ranges = WeightedItem.languages(sent);
    if (ranges == null) {
      violations.add(at, "be languages with or without weights, such as en-US,en;q=0.9", sent);
      return null;
    }
    return WeightedItem.language(ranges, languages);
  }

  /** Everything in the query, by name. */
  Map<String, List<String>> queryFields() {
    return query();
  }

  /** Every value of a header. */
  List<String> headers(String name) {
    return request.headers(name);
  }

  /** The body in one of several media types. What is wrong with it is noted. */
  public Body body(List<BodyType> types, boolean required) {
    bodyOnly = violations.isEmpty();
    return new BodyReader(request, operation, violations).read(types, required);
  }

  private Map<String, List<String>> query() {
    if (query == null) {
      try {
        query = UrlEncoded.parse(request.query());
      } catch (IllegalArgumentException e) {
        violations.note("query string cannot be read: " + e.getMessage());
        query = Map.of();
      }
    }
    return query;
  }

  static @Nullable String single(List<String> values, Place at, Violations out) {
    if (values.size() > 1) {
      String shown = values.stream().limit(5).map(Shown::value).collect(Collectors.joining(", "));
      out.note(
          "%s must be sent once but was sent %d times: %s".formatted(at, values.size(), shown));
    }
    return values.isEmpty() ? null : values.get(0);
  }

  /**
   * The fields of a form in one of the accepted media types; null when it cannot be read, which has
   * been reported.
   */
  public @Nullable FormFields form(List<String> accepted, Set<String> allowed) {
    bodyOnly = violations.isEmpty();
    try {
      Map<String, List<String>> sent = readForm(accepted);
      for (String name : sent.keySet()) {
        if (!isKnown(name, allowed)) {
          Set<String> known = new TreeSet<>(allowed);
          violations.note(
              "form field '%s' is not documented; allowed are %s%s"
                  .formatted(
                      Shown.cut(name), String.join(", ", known), Spelling.hint(name, known)));
        }
      }
      return new FormFields(sent, violations);
    } catch (IllegalArgumentException e) {
      violations.note("form body cannot be read: " + e.getMessage());
      return null;
    } catch (UnsupportedMedia e) {
      return null;
    }
  }

  private Map<String, List<String>> readForm(List<String> accepted) throws UnsupportedMedia {
    byte[] body = request.body();
    if (body.length == 0 && request.header("Content-Type") == null) {
      return Map.of(); // the check of required fields then says what to send
    }
    MediaType type = contentType(accepted);
    return type.name().equals(MediaType.MULTIPART)
        ? Multipart.parse(body, type.parameter("boundary"))
        : UrlEncoded.parse(utf8(body));
  }

  private static String utf8(byte[] body) {
    try {
      return Utf8.decode(body, 0, body.length);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("it is not UTF-8", e);
    }
  }

  /**
   * The JSON body as maps, lists and scalars; null when absent or unreadable, either of which has
   * been reported.
   */
  public @Nullable Object json(List<String> accepted, boolean required) {
    bodyOnly = violations.isEmpty();
    if (request.body().length == 0) {
      if (required) {
        violations.note("body is required but was missing; send " + String.join(" or ", accepted));
      }
      return null;
    }
    try {
      contentType(accepted);
      Object value = JsonReader.read(request.body());
      if (value == null) {
        violations.add(Place.body(), "not be null", null);
      }
      return value;
    } catch (JsonProblem e) {
      violations.note("body is not valid JSON: " + e.getMessage());
    } catch (UnsupportedMedia e) {
      // reported where it was found
    } catch (IllegalArgumentException e) {
      violations.note("Content-Type cannot be read: " + e.getMessage());
    }
    return null;
  }

  /** Reports a body where the contract has none. */
  public void noBody() {
    if (request.body().length > 0 && !operation.method().equals("GET")) {
      violations.note(
          "no body is documented here but %d bytes were sent".formatted(request.body().length));
    }
  }

  private MediaType contentType(List<String> accepted) throws UnsupportedMedia {
    String header = request.header("Content-Type");
    MediaType type = header == null ? null : MediaType.parse(header);
    if (type != null && accepted.contains(type.name())) {
      return type;
    }
    String was = type == null ? "was missing" : "was " + Shown.value(type.name());
    String message =
        "header 'Content-Type' must be %s but %s".formatted(String.join(" or ", accepted), was);
    if (operation.statuses().contains(415)) {
      throw new Refusal(415, message);
    }
    violations.note(message);
    throw new UnsupportedMedia();
  }

  /** Leaves a method after the media type has been reported. */
  private static final class UnsupportedMedia extends Exception {
    private static final long serialVersionUID = 1L;

    UnsupportedMedia() {
      super("unsupported media type", null, false, false);
    }
  }
}
