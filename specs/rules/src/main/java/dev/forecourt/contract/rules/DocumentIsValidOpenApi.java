package dev.forecourt.contract.rules;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.List;

/**
 * The whole document parses as OpenAPI 3.0.3 (an imported one as 3.0 or 3.1) and every reference
 * leads somewhere.
 */
final class DocumentIsValidOpenApi implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    var result = new OpenAPIV3Parser().readLocation(contract.root().toString(), null, options);
    var version = contract.read(contract.root()).path("openapi").asText();
    // a vendor's file has the version that the vendor gave it
    String right = contract.isImported() ? "3\\.[01]\\.\\d+" : "3\\.0\\.3";
    if (!version.matches(right)) {
      return List.of(
          new Violation(
              contract.label(contract.root()), "openapi", "is " + version, "openapi: 3.0.3"));
    }
    return result.getMessages().stream()
        .map(
            message ->
                new Violation(
                    contract.label(contract.root()),
                    "the resolved document",
                    message,
                    right(message)))
        .toList();
  }

  private static String right(String message) {
    return message.contains("ref:")
        ? "$ref: ../components/schemas/Review.yaml, with that file in place"
        : "what OpenAPI 3.0.3 asks for at this place";
  }
}
