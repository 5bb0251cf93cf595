package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.text.Shown;
import dev.forecourt.mock.text.Utf8;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a body in the media type that it says it has. */
final class BodyReader {

  private static final Body NOTHING = new Body(-1, null);

  private final MockRequest request;
  private final Operation operation;
  private final Violations violations;

  BodyReader(MockRequest request, Operation operation, Violations violations) {
    this.request = request;
    this.operation = operation;
    this.violations = violations;
  }

  Body read(List<BodyType> types, boolean required) {
    if (request.body().length == 0 && request.header("Content-Type") == null) {
      if (required) {
        violations.note("body is required but was missing; send " + names(types));
      }
      return NOTHING;
    }
    try {
      String header = request.header("Content-Type");
      MediaType sent = header == null ? null : MediaType.parse(header);
      int type = sent == null ? -1 : best(types, sent.name());
      if (sent == null || type < 0) {
        refuse(types, sent);
        return NOTHING;
      }
      return read(types.get(type), type, sent, required);
    } catch (JsonProblem e) {
      violations.note("body is not valid JSON: " + e.getMessage());
    } catch (CharacterCodingException e) {
      violations.note("body is not valid UTF-8");
    } catch (IllegalArgumentException e) {
      violations.note("body cannot be read: " + e.getMessage());
    }
    return NOTHING;
  }

  private static int best(List<BodyType> types, String sent) {
    int best = -1;
    for (int i = 0; i < types.size(); i++) {
      int fit = types.get(i).fit(sent);
      if (fit > 0 && (best < 0 || fit > types.get(best).fit(sent))) {
        best = i;
      }
    }
    return best;
  }

  private void refuse(List<BodyType> types, @Nullable MediaType sent) {
    String message =
        "header 'Content-Type' must be %s but %s"
            .formatted(
                names(types), sent == null ? "was missing" : "was " + Shown.value(sent.name()));
    if (operation.statuses().contains(415)) {
      throw new Refusal(415, message);
    }
    violations.note(message);
  }

  private static String names(List<BodyType> types) {
    return types.stream().map(BodyType::mediaType).collect(Collectors.joining(" or "));
  }

  private Body read(BodyType type, int number, MediaType sent, boolean required)
      throws JsonProblem, CharacterCodingException {
    byte[] body = request.body();
    if (type.isRange()) {
      // what it is, the request says; a schema is checked only where it is JSON
      return isJson(sent.name())
          ? new Body(number, JsonReader.read(body))
          : new Body(-1, sent.name().startsWith("text/") ? utf8(body) : body);
    }
    return switch (type.kind()) {
      case JSON -> json(body, number, required);
      case FORM -> new Body(number, form(type.form(), sent, body));
      case TEXT -> new Body(number, utf8(body));
      case BINARY -> new Body(number, body);
    };
  }

  private static boolean isJson(String name) {
    return name.equals("application/json") || name.endsWith("+json");
  }

  private Body json(byte[] body, int number, boolean required) throws JsonProblem {
    if (body.length == 0) {
      if (required) {
        violations.note("body is required but was missing; send JSON");
      }
      return NOTHING;
    }
    return new Body(number, JsonReader.read(body));
  }

  private static String utf8(byte[] body) throws CharacterCodingException {
    return Utf8.decode(body, 0, body.length);
  }

  private static Object form(TextType type, MediaType sent, byte[] body)
      throws CharacterCodingException {
    Map<String, List<String>> fields =
        sent.name().startsWith("multipart/")
            ? Multipart.parse(body, sent.parameter("boundary"), true)
            : UrlEncoded.parse(utf8(body));
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    for (String name : fields.keySet()) {
      String root = BracketName.root(name);
      if (fields.containsKey(name) && type.members().containsKey(name)) {
        all.put(name, type.member(name).several(fields.getOrDefault(name, List.of(""))));
      } else if (type.members().containsKey(root)) {
        all.put(root, BracketTree.read(fields, root, type.member(root)));
      } else {
        all.put(name, type.member(name).several(fields.getOrDefault(name, List.of(""))));
      }
    }
    return all;
  }
}
