package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Kind;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.report.LeftOut;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the files of a vendor into one document. What has a place among the components goes there,
 * all else where it is used. A file without others stays as it is.
 *
 * <p>Not done with swagger-parser, which drops what it does not know and calls every schema without
 * a type an object.
 */
final class Bundler {
  private record Target(Path file, String pointer) {}

  private record Job(String group, String name, Target target, Kind kind) {}

  private final SourceFiles files;
  private final ObjectNode root;
  private final List<LeftOut> leftOut;
  private final Map<Target, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private final Deque<Job> toDo = new ArrayDeque<>();
  private final Deque<Target> open = new ArrayDeque<>();

  Bundler(SourceFiles files, ObjectNode root, List<LeftOut> leftOut) {
    this.files = files;
    this.root = root;
    this.leftOut = leftOut;
  }

  ObjectNode bundle() {
    boolean old = root.has("swagger");
    for (String group : List.of("schemas", "responses", "parameters", "examples", "headers")) {
      JsonNode there = old ? root.path(oldGroup(group)) : root.path("components").path(group);
      there.fieldNames().forEachRemaining(name -> taken.add(group + "/" + name));
    }
    ObjectNode document = (ObjectNode) within(files.root(), Place.ROOT, Kind.DOCUMENT, root);
    while (!toDo.isEmpty()) {
      Job job = toDo.remove();
      JsonNode content = content(job.target());
      Place place = Place.of("components", job.group(), job.name());
      ObjectNode group =
          old
              ? document.withObjectProperty(oldGroup(job.group()))
              : document.withObjectProperty("components").withObjectProperty(job.group());
      if (content != null) {
        group.set(job.name(), within(job.target().file(), place, job.kind(), content));
      }
    }
    return document;
  }

  private static String oldGroup(String group) {
    return group.equals("schemas") ? "definitions" : group;
  }

  private JsonNode within(Path file, Place place, Kind kind, JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      Kind element = kind.isList() ? kind.member("") : kind;
      for (int i = 0; i < array.size(); i++) {
        copy.add(within(file, place.at(i), element, array.get(i)));
      }
      return copy;
    }
    if (!(node instanceof ObjectNode object)) {
      return node;
    }
    JsonNode ref = object.path("$ref");
    if (ref.isTextual() && !(kind.isMap() && kind == Kind.SCHEMAS && object.size() > 1)) {
      JsonNode referred = referred(file, place, kind, object, ref.textValue());
      if (referred != null) {
        return referred;
      }
    }
    ObjectNode copy = object.objectNode();
    object
        .properties()
        .forEach(
            member ->
                copy.set(
                    member.getKey(),
                    within(
                        file,
                        place.key(member.getKey()),
                        memberKind(place, kind, member.getKey()),
                        member.getValue())));
    if (kind == Kind.SCHEMA && copy.at("/discriminator/mapping").isObject()) {
      mapping(file, place, (ObjectNode) copy.at("/discriminator/mapping"));
    }
    return copy;
  }

  /** A discriminator refers to schemas too, without saying {@code $ref}. */
  private void mapping(Path file, Place place, ObjectNode mapping) {
    for (Map.Entry<String, JsonNode> each : mapping.properties()) {
      String target = each.getValue().asText();
      boolean elsewhere = !file.equals(files.root()) && target.startsWith("#");
      if (elsewhere || target.matches("[^#].*(\\.(ya?ml|json)|#/.*)")) {
        ObjectNode ref = mapping.objectNode().put("$ref", target);
        JsonNode referred = referred(file, place, Kind.SCHEMA, ref, target);
        if (referred != null && referred.path("$ref").isTextual()) {
          each.setValue(referred.path("$ref"));
        }
      }
    }
  }

  /** Kinds of 2.0 where they differ. */
  private static Kind memberKind(Place place, Kind kind, String key) {
    if (kind == Kind.DOCUMENT) {
      return switch (key) {
        case "definitions" -> Kind.SCHEMAS;
        case "parameters" -> Kind.PARAMETER_MAP;
        case "responses" -> Kind.RESPONSES;
        default -> kind.member(key);
      };
    }
    return kind.member(key);
  }

  /** What to write instead of an object with {@code $ref}; null to keep the object. */
  private @Nullable JsonNode referred(
      Path file, Place place, Kind kind, ObjectNode object, String ref) {
    if (ref.matches("[a-zA-Z][a-zA-Z0-9+.-]+:.*")) {
      return remote(place, kind, ref);
    }
    Target target = target(file, ref);
    if (target == null || (target.file().equals(files.root()) && file.equals(files.root()))) {
      return null;
    }
    JsonNode content = content(target);
    if (content == null) {
      if (kind == Kind.OTHER) {
        return null;
      }
      leftOut.add(
          new LeftOut(
              place.toString(),
              "$ref " + ref,
              "there is no such file or no such place in it",
              "what it stands for is unknown; put the file beside the others and import again"));
      return nothing(kind);
    }
    return placed(place, kind, object, target, content);
  }

  private JsonNode placed(
      Place place, Kind kind, ObjectNode object, Target target, JsonNode content) {
    if (target.file().equals(files.root()) && target.pointer().startsWith("/")) {
      return withRef(object, "#" + target.pointer());
    }
    String group = kind.component();
    if (group.isEmpty()
        || root.has("swagger") && oldGroup(group).equals(group) && !isOldGroup(group)) {
      return inlined(place, kind, target, content);
    }
    String name = names.get(target);
    if (name == null) {
      name = name(group, target);
      names.put(target, name);
      toDo.add(new Job(group, name, target, kind));
    }
    return withRef(
        object,
        root.has("swagger")
            ? "#/" + oldGroup(group) + "/" + name
            : "#/components/" + group + "/" + name);
  }

  private static boolean isOldGroup(String group) {
    return group.equals("parameters") || group.equals("responses");
  }

  private JsonNode inlined(Place place, Kind kind, Target target, JsonNode content) {
    if (open.contains(target)) {
      leftOut.add(
          new LeftOut(
              place.toString(),
              "$ref to " + target.file().getFileName() + target.pointer(),
              "it leads back to itself",
              "nothing stands there"));
      return nothing(kind);
    }
    open.push(target);
    JsonNode inlined = within(target.file(), place, kind, content);
    open.pop();
    return inlined;
  }

  private static ObjectNode withRef(ObjectNode object, String ref) {
    ObjectNode copy = object.objectNode();
    object.properties().forEach(member -> copy.set(member.getKey(), member.getValue()));
    copy.put("$ref", ref);
    return copy;
  }

  private @Nullable JsonNode remote(Place place, Kind kind, String ref) {
    if (kind == Kind.OTHER) {
      return null;
    }
    leftOut.add(
        new LeftOut(
            place.toString(),
            "$ref " + ref,
            "it leads to another machine, and imports read files only",
            "what it stands for is unknown; download it beside the file, and refer to it there"));
    return nothing(kind);
  }

  private JsonNode nothing(Kind kind) {
    ObjectNode nothing = root.objectNode();
    return switch (kind) {
      case RESPONSE -> nothing.put("description", "Not known: its $ref leads nowhere.");
      case REQUEST_BODY -> {
        nothing.putObject("content").putObject("application/json").putObject("schema");
        yield nothing;
      }
      case HEADER -> {
        nothing.putObject("schema");
        yield nothing;
      }
      default -> nothing;
    };
  }

  private @Nullable Target target(Path file, String ref) {
    int hash = ref.indexOf('#');
    String path = hash < 0 ? ref : ref.substring(0, hash);
    String pointer = hash < 0 ? "" : decoded(ref.substring(hash + 1));
    try {
      Path target = path.isEmpty() ? file : file.resolveSibling(decoded(path)).normalize();
      return new Target(target, pointer.equals("/") ? "" : pointer);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private @Nullable JsonNode content(Target target) {
    JsonNode tree = files.readIfThere(target.file());
    if (tree == null) {
      return null;
    }
    String pointer = target.pointer();
    if (pointer.isEmpty()) {
      return tree;
    }
    JsonNode found =
        Place.ofPointer(pointer.startsWith("/") ? pointer : "/" + pointer, tree).in(tree);
    return found.isMissingNode() ? null : found;
  }

  private String name(String group, Target target) {
    String file = target.file().getFileName().toString().replaceFirst("\\.(ya?ml|json)$", "");
    String last = target.pointer().substring(target.pointer().lastIndexOf('/') + 1);
    String wanted =
        (last.isEmpty() ? file : last)
            .replace("~1", "/")
            .replace("~0", "~")
            .replaceAll("[^A-Za-z0-9._-]", "_");
    String name = wanted;
    for (int i = 2; !taken.add(group + "/" + name); i++) {
      name = wanted + i;
    }
    return name;
  }
}
