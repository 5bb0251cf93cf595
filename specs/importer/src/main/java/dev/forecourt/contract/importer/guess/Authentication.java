package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.repair.Components;
import dev.forecourt.contract.importer.repair.Names;
import dev.forecourt.contract.importer.report.Guess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Callers know how to authenticate: as asked for, as the file says, else as it suggests. */
public final class Authentication implements Step {
  private static final Place SECURITY = Place.of("security");
  private static final Place SCHEMES = Place.of("components", "securitySchemes");
  private static final Pattern KEY_HEADER =
      Pattern.compile("\\b(X-[A-Za-z-]*(?:Key|Token)|Api-?Key)\\b", Pattern.CASE_INSENSITIVE);
  private static final String FLAG = "--auth";

  private final @Nullable String choice;

  /** What a person said; null to guess where the file says nothing. */
  public Authentication(@Nullable String choice) {
    this.choice = choice;
  }

  @Override
  public void apply(Draft draft) {
    if (choice != null) {
      asAsked(draft, choice);
      return;
    }
    boolean required =
        draft.root().has("security")
            || Operation.of(draft.root()).stream().anyMatch(each -> each.node().has("security"));
    if (required) {
      withoutAuthorization(draft);
    } else if (!draft.at(SCHEMES).isEmpty()) {
      declared(draft);
      withoutAuthorization(draft);
    } else {
      guess(draft);
    }
  }

  private static void asAsked(Draft draft, String choice) {
    String reason = "Authentication as asked for: --auth " + choice + ".";
    for (Operation each : Operation.of(draft.root())) {
      // an empty list says that an operation is open to all
      if (!each.node().path("security").isEmpty()
          || choice.equals("none") && each.node().has("security")) {
        draft.remove(each.place().key("security"), reason);
      }
    }
    ArrayNode requirements = Draft.array();
    AuthChoice auth = choice.equals("none") ? null : AuthChoice.of(choice);
    if (auth != null) {
      requirements.addObject().putArray(scheme(draft, auth, reason, false));
      withoutParameters(draft, auth, reason);
    }
    draft.set(SECURITY, requirements, reason);
  }

  /** Schemes that nothing requires: any of them will do. */
  private static void declared(Draft draft) {
    ArrayNode requirements = Draft.array();
    List<String> names = new ArrayList<>();
    draft.at(SCHEMES).fieldNames().forEachRemaining(names::add);
    names.forEach(name -> requirements.addObject().putArray(name));
    String reason =
        "schemes are declared (" + String.join(", ", names) + "), and no operation requires one";
    draft.guess(new Guess("the document", "any of the schemes authenticates", reason, FLAG));
    draft.guessed(SECURITY, requirements, "Any scheme authenticates: " + reason + ".");
  }

  private static void guess(Draft draft) {
    Suggested suggested = suggested(draft);
    if (suggested == null) {
      draft.guess(
          new Guess(
              "the document",
              "no authentication",
              "the file names no scheme, no key, no 401",
              FLAG));
      return;
    }
    AuthChoice auth = AuthChoice.of(suggested.choice());
    if (auth == null) {
      return;
    }
    draft.guess(new Guess("the document", suggested.choice(), suggested.reason(), FLAG));
    String reason = "Authentication: " + suggested.reason() + ".";
    ArrayNode requirements = Draft.array();
    requirements.addObject().putArray(scheme(draft, auth, reason, true));
    draft.guessed(SECURITY, requirements, reason);
    withoutParameters(draft, auth, reason);
  }

  private record Suggested(String choice, String reason) {}

  private static @Nullable Suggested suggested(Draft draft) {
    List<Operation> operations = Operation.of(draft.root());
    Map<String, Integer> parameters = new LinkedHashMap<>();
    String bearer = "";
    for (Operation each : operations) {
      for (View parameter : Answers.parameters(draft, each)) {
        String in = parameter.node().path("in").asText();
        String name = Answers.name(parameter);
        if (in.equals("header") && name.equalsIgnoreCase("Authorization")) {
          parameters.merge("header:Authorization", 1, Integer::sum);
          bearer += parameter.node().toString().toLowerCase(Locale.ROOT);
        } else if (!in.equals("path")
            && View.plain(name)
                .matches(
                    "(x)?(api|access|auth|subscription)(key|token)|apikey|xauthtoken|xtoken|appkey")) {
          parameters.merge(in + ":" + name, 1, Integer::sum);
        }
      }
    }
    Optional<Map.Entry<String, Integer>> most =
        parameters.entrySet().stream()
            .filter(each -> each.getValue() * 2 >= operations.size())
            .max(Map.Entry.comparingByValue());
    if (most.isPresent()) {
      boolean standard = most.get().getKey().equals("header:Authorization");
      String how =
          standard
              ? (bearer.contains("basic") && !bearer.contains("bearer") ? "basic" : "bearer")
              : most.get().getKey();
      return new Suggested(
          how,
          "%d of %d operations have the parameter %s"
              .formatted(most.get().getValue(), operations.size(), most.get().getKey()));
    }
    return inWords(draft, operations);
  }

  private static @Nullable Suggested inWords(Draft draft, List<Operation> operations) {
    String text = draft.root().path("info").path("description").asText("");
    String lower = text.toLowerCase(Locale.ROOT);
    Matcher header = KEY_HEADER.matcher(text);
    if (header.find()) {
      return new Suggested("header:" + header.group(1), "the description names " + header.group(1));
    }
    if (lower.contains("bearer") || lower.contains("access token") || lower.contains("oauth")) {
      return new Suggested("bearer", "the description speaks of tokens");
    }
    if (lower.contains("basic auth")) {
      return new Suggested("basic", "the description speaks of Basic authentication");
    }
    if (lower.contains("api key") || lower.contains("apikey")) {
      return new Suggested(
          "header:X-Api-Key", "the description speaks of an API key, and not where it goes");
    }
    long refusing =
        operations.stream()
            .filter(
                each ->
                    each.node().path("responses").has("401")
                        || each.node().path("responses").has("403"))
            .count();
    return refusing == 0
        ? null
        : new Suggested(
            "bearer", refusing + " of " + operations.size() + " operations answer with 401 or 403");
  }

  private static String scheme(Draft draft, AuthChoice auth, String reason, boolean guess) {
    for (Map.Entry<String, JsonNode> each : draft.at(SCHEMES).properties()) {
      ObjectNode plain = each.getValue().deepCopy();
      plain.remove("description");
      if (plain.equals(auth.scheme())) {
        return each.getKey();
      }
    }
    Components.ensure(draft, "securitySchemes");
    String name = Names.free(draft.root(), "securitySchemes", auth.name());
    if (guess) {
      draft.guessed(SCHEMES.key(name), auth.scheme(), reason);
    } else {
      draft.set(SCHEMES.key(name), auth.scheme(), reason);
    }
    return name;
  }

  /** OpenAPI ignores a parameter of this name: a scheme says what the header holds. */
  private static void withoutAuthorization(Draft draft) {
    withoutParameters(draft, "header", "Authorization", "OpenAPI ignores this parameter.");
  }

  /** What the scheme sends is no parameter of each call any more. */
  private static void withoutParameters(Draft draft, AuthChoice auth, String reason) {
    boolean key = auth.scheme().path("type").asText().equals("apiKey");
    withoutParameters(
        draft,
        key ? auth.scheme().path("in").asText() : "header",
        key ? auth.scheme().path("name").asText() : "Authorization",
        reason);
  }

  private static void withoutParameters(Draft draft, String in, String name, String reason) {
    List<Place> lists = new ArrayList<>();
    draft
        .root()
        .path("paths")
        .fieldNames()
        .forEachRemaining(path -> lists.add(Place.of("paths", path, "parameters")));
    Operation.of(draft.root()).stream()
        // what is open to all is no matter of a scheme
        .filter(each -> !each.node().has("security") || !each.node().path("security").isEmpty())
        .forEach(each -> lists.add(each.place().key("parameters")));
    for (Place list : lists) {
      for (int i = draft.at(list).size() - 1; i >= 0; i--) {
        View parameter = View.of(draft, list.at(i));
        boolean same =
            in.equals("header")
                ? Answers.name(parameter).equalsIgnoreCase(name)
                : Answers.name(parameter).equals(name);
        if (same && parameter.node().path("in").asText().equals(in)) {
          draft.remove(list.at(i), reason + " The scheme sends it.");
        }
      }
    }
  }
}
