package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockRequest;
import java.util.List;

/**
 * One security scheme of the contract.
 *
 * @param name its name under {@code components/securitySchemes}
 * @param type {@code apiKey} or {@code http}
 * @param in for an API key where it travels: {@code header} or {@code query}; otherwise empty
 * @param parameter for an API key the name of the header or parameter; otherwise the HTTP scheme
 */
public record SecurityScheme(String name, String type, String in, String parameter) {

  /** True when it travels in the query. */
  public boolean isQuery() {
    return in.equals("query");
  }

  /** The header it travels in, unless it travels in the query. */
  public String header() {
    return type.equals("http") ? "Authorization" : parameter;
  }

  /** What a request carries for it; empty for nothing. */
  public List<String> sent(MockRequest request) {
    return isQuery() ? Inputs.queryValues(request, parameter) : request.headers(header());
  }

  /** As told to a caller: {@code header 'X-Api-Key'}. */
  public String place() {
    return isQuery() ? "query parameter '" + parameter + "'" : "header '" + header() + "'";
  }
}
