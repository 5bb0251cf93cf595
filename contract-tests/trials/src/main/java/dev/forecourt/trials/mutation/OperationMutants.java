package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.trials.mutation.MutantList.Holder;
import java.util.List;
import java.util.Map;

/** Wrong paths, verbs, credentials, parameters, statuses and media types. */
final class OperationMutants {
  private static final List<String> VERBS = List.of("get", "post", "put", "patch", "delete");
  private static final List<String> MEDIA_TYPES =
      List.of("application/json", "multipart/form-data", "application/x-www-form-urlencoded");

  private static final List<String> STATUSES =
      List.of("200", "201", "202", "206", "301", "307", "409", "404", "418", "451", "502", "507");

  private final MutantList mutants;
  private final SchemaMutants schemas;

  OperationMutants(MutantList mutants) {
    this.mutants = mutants;
    this.schemas = new SchemaMutants(mutants);
  }

  void paths(Holder paths) {
    for (String path : names(paths.node())) {
      String other = otherPath(path);
      JsonNode item = paths.node().path(path);
      mutants.add(
          Kind.CHANGE_PATH,
          paths,
          Holder.escaped(path),
          item,
          path + " -> " + other,
          all -> Edits.rename(all, path, other));
      item(paths.at(path));
    }
  }

  private void item(Holder item) {
    Map<String, JsonNode> operations = Usage.operationsOf(item.node());
    operations.forEach(
        (verb, operation) -> {
          String other =
              VERBS.stream()
                  .filter(each -> !each.equals(verb) && !item.node().has(each))
                  .findFirst()
                  .orElseThrow();
          mutants.add(
              Kind.CHANGE_VERB,
              item,
              verb,
              operation,
              verb + " -> " + other,
              all -> Edits.rename(all, verb, other));
          operation(item.at(verb));
        });
    parameters(item);
  }

  private void operation(Holder operation) {
    parameters(operation);
    if (operation.node().path("requestBody").isObject()) {
      requestBody(operation.at("requestBody"));
    }
    responses(operation.at("responses"));
    if (!operation.node().path("security").isEmpty()) {
      mutants.add(
          Kind.DROP_AUTH,
          operation,
          "security",
          operation.node(),
          "credentials -> none",
          all -> all.putArray("security"));
    }
    for (String name : names(operation.node().path("callbacks"))) {
      Holder callback = operation.at("callbacks").at(name);
      names(callback.node()).forEach(url -> item(callback.at(url)));
    }
  }

  private void parameters(Holder holder) {
    JsonNode list = holder.node().path("parameters");
    for (int i = 0; i < list.size(); i++) {
      int index = i;
      JsonNode parameter = mutants.usage().resolved(list.get(i));
      if (!parameter.path("in").asText().equals("path")) {
        mutants.add(
            Kind.DROP_PARAMETER,
            holder,
            "parameters/" + parameter.path("name").asText(),
            list.get(i),
            "parameter -> none",
            all -> Edits.removeAt(all.path("parameters"), index));
      }
      if (!list.get(i).has("$ref")) {
        throw new IllegalStateException(
            "A parameter of %s stands there itself. Put it under components/parameters."
                .formatted(holder.pointer()));
      }
    }
  }

  /** One parameter, as a component. */
  void parameter(Holder parameter) {
    String name = parameter.node().path("name").asText();
    String in = parameter.node().path("in").asText();
    if (!in.equals("path")) {
      text(Kind.RENAME_PARAMETER, parameter, "name", name + "X");
      text(Kind.MOVE_PARAMETER, parameter, "in", in.equals("query") ? "header" : "query");
      boolean required = parameter.node().path("required").asBoolean();
      mutants.add(
          Kind.FLIP_REQUIRED,
          parameter,
          "required",
          parameter.node(),
          required + " -> " + !required,
          all -> all.put("required", !required));
    }
    schemas.schema(parameter.at("schema"));
  }

  private void requestBody(Holder body) {
    if (body.node().has("$ref")) {
      return;
    }
    boolean required = body.node().path("required").asBoolean();
    mutants.add(
        Kind.FLIP_REQUIRED,
        body,
        "required",
        body.node(),
        required + " -> " + !required,
        all -> all.put("required", !required));
    content(body);
  }

  private void responses(Holder responses) {
    for (String status : names(responses.node())) {
      JsonNode response = responses.node().path(status);
      if (!status.equals("default")) {
        String other = otherStatus(status, responses.node());
        mutants.add(
            Kind.CHANGE_STATUS,
            responses,
            status,
            response,
            status + " -> " + other,
            all -> Edits.rename(all, status, other));
      }
      if (!status.startsWith("2")) {
        mutants.add(
            Kind.DROP_FAILURE,
            responses,
            status,
            response,
            status + " -> none",
            all -> all.remove(status));
      }
      if (!response.has("$ref")) {
        response(responses.at(status));
      }
    }
  }

  /** A status of the same kind that the operation does not have. */
  private static String otherStatus(String status, JsonNode responses) {
    return STATUSES.stream()
        .filter(each -> each.charAt(0) == status.charAt(0) && !responses.has(each))
        .findFirst()
        .orElseThrow();
  }

  /** One answer: where it stands, or as a component. */
  void response(Holder response) {
    content(response);
    JsonNode headers = response.node().path("headers");
    for (String name : names(headers)) {
      Holder holder = response.at("headers");
      mutants.add(
          Kind.RENAME_HEADER,
          holder,
          name,
          headers.path(name),
          name + " -> " + name + "-X",
          all -> Edits.rename(all, name, name + "-X"));
      mutants.add(
          Kind.DROP_HEADER,
          holder,
          name,
          headers.path(name),
          name + " -> none",
          all -> all.remove(name));
      if (headers.path(name).has("schema")) {
        schemas.schema(holder.at(name).at("schema"));
      }
    }
  }

  private void content(Holder holder) {
    JsonNode content = holder.node().path("content");
    for (String type : names(content)) {
      String other =
          MEDIA_TYPES.stream()
              .filter(each -> !each.equals(type) && !content.has(each))
              .findFirst()
              .orElseThrow();
      mutants.add(
          Kind.CHANGE_MEDIA_TYPE,
          holder.at("content"),
          Holder.escaped(type),
          content.path(type),
          type + " -> " + other,
          all -> Edits.rename(all, type, other));
      if (content.path(type).path("schema").isObject()) {
        schemas.schema(holder.at("content").at(type).at("schema"));
      }
    }
  }

  /** Another place or name of a credential. */
  void securityScheme(Holder scheme) {
    String in = scheme.node().path("in").asText();
    if (!in.isEmpty()) {
      text(Kind.MOVE_AUTH, scheme, "in", in.equals("query") ? "header" : "query");
      text(Kind.MOVE_AUTH, scheme, "name", scheme.node().path("name").asText() + "X");
    }
    if (scheme.node().has("scheme")) {
      text(Kind.MOVE_AUTH, scheme, "scheme", "basic");
    }
  }

  private void text(Kind kind, Holder holder, String key, String to) {
    String from = holder.node().path(key).asText();
    mutants.add(kind, holder, key, holder.node(), from + " -> " + to, all -> all.put(key, to));
  }

  /** The last part that is no parameter gets another name. */
  private static String otherPath(String path) {
    return path.replaceFirst("([^/{}]+)((?:/\\{[^}]*})*/?)$", "$1X$2");
  }

  private static List<String> names(JsonNode node) {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }
}
