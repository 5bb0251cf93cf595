package dev.forecourt.mock.server;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.mock.trials.Verdict;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a validator that is not ours says about a request; it reads the contract by itself. */
final class RequestOracle {

  private final OpenApiInteractionValidator validator;

  RequestOracle(Path folder) {
    validator =
        OpenApiInteractionValidator.createFor(withPlainInputs(Contracts.read(folder)))
            .withLevelResolver(
                LevelResolver.create()
                    // credentials are judged elsewhere
                    .withLevel("validation.request.security", ValidationReport.Level.IGNORE)
                    // otherwise it closes every object, which OpenAPI does not
                    .withLevel(
                        "validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
                    .withLevel(
                        "validation.request.body.schema.additionalProperties",
                        ValidationReport.Level.IGNORE)
                    .build())
            .build();
  }

  Verdict judge(RandomRequest request) {
    SimpleRequest.Builder seen = new SimpleRequest.Builder(request.method(), request.path(), true);
    Map<String, List<String>> query = new LinkedHashMap<>();
    request
        .query()
        .forEach(
            each ->
                query
                    .computeIfAbsent(each.getKey(), name -> new ArrayList<>())
                    .add(each.getValue()));
    query.forEach(seen::withQueryParam);
    request.headers().forEach(each -> seen.withHeader(each.getKey(), each.getValue()));
    if (request.body().length > 0) {
      seen.withBody(new String(request.body(), StandardCharsets.UTF_8));
    }
    try {
      String errors =
          validator.validateRequest(seen.build()).getMessages().stream()
              .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
              .map(each -> each.getKey() + ": " + each.getMessage())
              .collect(Collectors.joining("; "));
      return errors.isEmpty() ? Verdict.ACCEPTS : Verdict.refuses(errors);
    } catch (RuntimeException e) {
      return Verdict.fails(e.toString());
    }
  }

  /**
   * The oracle looks for the type of a parameter or a form field beside its {@code allOf}, not in
   * it, and then reads it as JSON: so a reference alone in an {@code allOf} is put in its place.
   */
  private static OpenAPI withPlainInputs(OpenAPI contract) {
    Components components = contract.getComponents();
    if (components.getParameters() != null) {
      components.getParameters().values().forEach(each -> each.setSchema(plain(each.getSchema())));
    }
    components
        .getSchemas()
        .forEach(
            (name, schema) -> {
              if (name.endsWith("Form")) {
                Map<String, Schema<?>> plain = new LinkedHashMap<>();
                properties(schema).forEach((field, each) -> plain.put(field, plain(each)));
                plain.forEach(schema::addProperty);
              }
            });
    return contract;
  }

  @SuppressWarnings("unchecked") // the parser's own type is raw
  private static Map<String, Schema<?>> properties(Schema<?> schema) {
    return (Map<String, Schema<?>>) (Map<String, ?>) schema.getProperties();
  }

  private static Schema<?> plain(Schema<?> schema) {
    return schema.getAllOf() != null && schema.getAllOf().size() == 1
        ? schema.getAllOf().get(0)
        : schema;
  }
}
