package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns descriptions, which are Markdown, into Javadoc: code into {@code {@code}}, signs of HTML
 * into {@code {@literal}}, and nothing that ends a comment.
 */
final class JavadocTexts {
  private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
  private static final Pattern MARKUP = Pattern.compile("[<>&@]+");

  private final Set<Object> done = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Changes all descriptions of a contract. */
  static void in(OpenAPI contract) {
    JavadocTexts texts = new JavadocTexts();
    if (contract.getPaths() != null) {
      contract.getPaths().values().forEach(item -> item.readOperations().forEach(texts::operation));
      contract.getPaths().values().forEach(item -> each(item.getParameters(), texts::parameter));
    }
    if (contract.getComponents() != null) {
      each(contract.getComponents().getSchemas(), texts::schema);
      each(contract.getComponents().getParameters(), texts::parameter);
      each(contract.getComponents().getRequestBodies(), texts::body);
      each(contract.getComponents().getResponses(), texts::response);
    }
  }

  /** The text as Javadoc. */
  static String of(String markdown) {
    Matcher code = CODE.matcher(markdown);
    StringBuilder text = new StringBuilder();
    int end = 0;
    while (code.find()) {
      text.append(prose(markdown.substring(end, code.start())));
      text.append("{@code ").append(unclosed(code.group(1))).append("}");
      end = code.end();
    }
    return text.append(prose(markdown.substring(end))).toString();
  }

  private static String prose(String text) {
    return MARKUP.matcher(unclosed(text)).replaceAll("{@literal $0}").replace("{@literal @}", "@");
  }

  /** Without the end of a comment, which would end the Javadoc. */
  private static String unclosed(String text) {
    return text.replace("*/", "* /");
  }

  private void operation(Operation operation) {
    if (!done.add(operation)) {
      return;
    }
    if (operation.getDescription() != null) {
      operation.setDescription(of(operation.getDescription()));
    }
    if (operation.getSummary() != null) {
      operation.setSummary(of(operation.getSummary()));
    }
    each(operation.getParameters(), this::parameter);
    if (operation.getRequestBody() != null) {
      body(operation.getRequestBody());
    }
    each(operation.getResponses(), this::response);
  }

  private void parameter(Parameter parameter) {
    if (done.add(parameter)) {
      if (parameter.getDescription() != null) {
        parameter.setDescription(of(parameter.getDescription()));
      }
      schema(parameter.getSchema());
    }
  }

  private void body(RequestBody body) {
    if (done.add(body)) {
      if (body.getDescription() != null) {
        body.setDescription(of(body.getDescription()));
      }
      if (body.getContent() != null) {
        body.getContent().values().forEach(type -> schema(type.getSchema()));
      }
    }
  }

  private void response(ApiResponse response) {
    if (done.add(response)) {
      if (response.getDescription() != null) {
        response.setDescription(of(response.getDescription()));
      }
      if (response.getContent() != null) {
        response.getContent().values().forEach(type -> schema(type.getSchema()));
      }
    }
  }

  private void schema(Schema<?> schema) {
    if (schema == null || !done.add(schema)) {
      return;
    }
    if (schema.getDescription() != null) {
      schema.setDescription(of(schema.getDescription()));
    }
    each(schema.getProperties(), this::schema);
    each(schema.getAllOf(), this::schema);
    each(schema.getAnyOf(), this::schema);
    each(schema.getOneOf(), this::schema);
    schema(schema.getItems());
    if (schema.getAdditionalProperties() instanceof Schema<?> values) {
      schema(values);
    }
    Object names =
        schema.getExtensions() == null ? null : schema.getExtensions().get("x-enum-descriptions");
    if (names instanceof java.util.List<?> texts) {
      schema.addExtension(
          "x-enum-descriptions", texts.stream().map(text -> of(String.valueOf(text))).toList());
    }
  }

  private interface Change<T> {
    void apply(T part);
  }

  @SuppressWarnings("rawtypes") // as the parser's own types
  private static <T> void each(
      java.util.@org.jspecify.annotations.Nullable List<? extends T> parts, Change<T> change) {
    if (parts != null) {
      parts.forEach(change::apply);
    }
  }

  private static <T> void each(
      @org.jspecify.annotations.Nullable Map<String, ? extends T> parts, Change<T> change) {
    if (parts != null) {
      parts.values().forEach(change::apply);
    }
  }
}
