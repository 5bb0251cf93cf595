package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Test credentials for one operation: those of the alternative that its contract names first.
 *
 * @param headers by their names
 * @param query by their names
 */
record Opening(Map<String, String> headers, Map<String, String> query) {

  static Opening of(OpenAPI contract, Operation operation) {
    List<SecurityRequirement> all =
        operation.getSecurity() == null ? contract.getSecurity() : operation.getSecurity();
    Opening opening = new Opening(new LinkedHashMap<>(), new LinkedHashMap<>());
    if (all != null && !all.isEmpty() && contract.getComponents() != null) {
      Map<String, SecurityScheme> schemes = contract.getComponents().getSecuritySchemes();
      all.get(0).keySet().stream()
          .filter(schemes::containsKey)
          .map(schemes::get)
          .forEach(opening::add);
    }
    return opening;
  }

  private void add(SecurityScheme scheme) {
    if (scheme.getType() == SecurityScheme.Type.APIKEY) {
      switch (scheme.getIn()) {
        case QUERY -> query.put(scheme.getName(), "acme-test-key");
        case COOKIE ->
            headers.merge(
                "Cookie", scheme.getName() + "=acme-test-key", (one, other) -> one + "; " + other);
        default -> headers.put(scheme.getName(), "acme-test-key");
      }
    } else if ("basic".equalsIgnoreCase(scheme.getScheme())) {
      byte[] pair = "acme-test-user:acme-test-password".getBytes(StandardCharsets.UTF_8);
      headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    } else {
      headers.put("Authorization", "Bearer acme-test-token");
    }
  }
}
