package dev.forecourt.runtime.kit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The metadata for native images of the clients and the runtime on the class path. */
final class NativeImageMetadata {
  private static final String PLACE = "META-INF/native-image/dev.forecourt";
  private static final String ALL = "allPublicMethods";

  /** What each type may be asked for: names of methods, and {@link #ALL}. */
  private final Map<String, Set<String>> types = new TreeMap<>();

  private final Set<String> proxies = new TreeSet<>();
  private final Set<String> resources = new TreeSet<>();
  private final Set<String> newer = new TreeSet<>();
  private final Set<String> older = new TreeSet<>();

  private NativeImageMetadata() {}

  static NativeImageMetadata ofClassPath() throws IOException {
    NativeImageMetadata metadata = new NativeImageMetadata();
    for (URL place :
        Collections.list(NativeImageMetadata.class.getClassLoader().getResources(PLACE))) {
      URI uri = URI.create(place.toString());
      if (uri.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
          metadata.addAll(jar.getPath(PLACE));
        }
      } else {
        metadata.addAll(Path.of(uri));
      }
    }
    return metadata;
  }

  private void addAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        add(file.getFileName().toString(), new ObjectMapper().readTree(Files.readString(file)));
      }
    }
  }

  private void add(String file, JsonNode json) {
    switch (file) {
      case "reachability-metadata.json" -> {
        json.path("reflection").forEach(this::addType);
        json.path("resources")
            .forEach(
                resource -> {
                  resources.add(resource.get("glob").asText());
                  newer.add("resource " + resource.get("glob").asText());
                });
      }
      case "reflect-config.json" -> json.forEach(type -> older.add(line("name", type)));
      case "proxy-config.json" ->
          json.forEach(proxy -> older.add("proxy " + interfaces(proxy.get("interfaces"))));
      case "resource-config.json" ->
          json.at("/resources/includes")
              .forEach(
                  include ->
                      older.add(
                          "resource "
                              + include
                                  .get("pattern")
                                  .asText()
                                  .replace("\\Q", "")
                                  .replace("\\E", "")));
      default -> throw new IllegalStateException("GraalVM reads no such file: " + file);
    }
  }

  private void addType(JsonNode type) {
    if (type.get("type").isObject()) {
      String proxy = interfaces(type.at("/type/proxy"));
      proxies.add(proxy);
      newer.add("proxy " + proxy);
    } else {
      types
          .computeIfAbsent(type.get("type").asText(), name -> new TreeSet<>())
          .addAll(members(type));
      newer.add(line("type", type));
    }
  }

  private static String interfaces(JsonNode names) {
    return StreamSupport.stream(names.spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.joining(","));
  }

  private static Collection<String> members(JsonNode type) {
    List<String> members = new ArrayList<>();
    if (type.path(ALL).asBoolean()) {
      members.add(ALL);
    }
    type.path("methods").forEach(method -> members.add(method.get("name").asText()));
    return members;
  }

  private static String line(String key, JsonNode type) {
    String condition =
        type.has("condition") ? " if " + type.get("condition").elements().next().asText() : "";
    return type.get(key).asText() + " " + members(type) + condition;
  }

  /** Whether a native image has what was looked for. */
  boolean covers(ReflectionUse use) {
    Set<String> members = types.getOrDefault(use.name(), Set.of());
    return switch (use.kind()) {
      case "class" -> types.containsKey(use.name());
      case "members" -> types.containsKey(use.name());
      case "method" -> members.contains(ALL) || members.contains(use.member());
      // a proxy is of no use whose interface has no methods to read annotations of
      case "proxy" ->
          proxies.contains(use.name())
              && Stream.of(use.name().split(","))
                  .allMatch(name -> types.getOrDefault(name, Set.of()).contains(ALL));
      case "resource" -> resources.contains(use.name());
      default -> false;
    };
  }

  Set<String> proxies() {
    return proxies;
  }

  /** All that the file of newer native images says, and that the files of older ones say. */
  Set<String> newer() {
    return newer;
  }

  Set<String> older() {
    return older;
  }

  /** Types that are named and are not there. */
  List<String> missing() {
    return types.keySet().stream().filter(name -> !exists(name)).toList();
  }

  private static boolean exists(String name) {
    try {
      Class.forName(name, false, NativeImageMetadata.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
