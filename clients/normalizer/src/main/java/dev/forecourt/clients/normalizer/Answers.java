package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.openapitools.codegen.utils.ModelUtils;

/** What an operation answers if all is well. */
final class Answers {

  private Answers() {}

  /** The schema of the first 2xx answer that has a body. */
  static Optional<Schema<?>> success(OpenAPI contract, Operation operation) {
    Map<String, ApiResponse> sorted = new TreeMap<>(operation.getResponses());
    return sorted.entrySet().stream()
        .filter(answer -> answer.getKey().startsWith("2"))
        .map(answer -> ModelUtils.getReferencedApiResponse(contract, answer.getValue()))
        .map(answer -> ModelUtils.getSchemaFromResponse(contract, answer))
        .filter(schema -> schema != null)
        .findFirst()
        .map(schema -> (Schema<?>) ModelUtils.getReferencedSchema(contract, schema));
  }
}
