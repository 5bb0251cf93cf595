package dev.forecourt.mock.contract;

import dev.forecourt.mock.http.MockRequest;
import java.util.List;

/**
 * One security scheme of the contract.
 *
 * @param name its name under {@code components/securitySchemes}
 * @param type {@code apiKey}, {@code http}, {@code oauth2} or {@code openIdConnect}
 * @param in for an API key where it travels: {@code header}, {@code query} or {@code cookie};
 *     otherwise empty
 * @param parameter for an API key the name of the header or parameter; otherwise the HTTP scheme
 */
public record SecurityScheme(String name, String type, String in, String parameter) {

  /** True when it travels in the query. */
  public boolean isQuery() {
    return in.equals("query");
  }

  /** The header it travels in, unless it travels in the query. */
  public String header() {
    if (in.equals("cookie")) {
      return "Cookie";
    }
    return type.equals("apiKey") ? parameter : "Authorization";
  }

  /** What a request carries for it; empty for nothing. */
  public List<String> sent(MockRequest request) {
    if (in.equals("cookie")) {
      return Cookies.of(request.headers("Cookie")).getOrDefault(parameter, List.of());
    }
    return isQuery() ? Inputs.queryValues(request, parameter) : request.headers(header());
  }

  /** As told to a caller: {@code header 'X-Api-Key'}. */
  public String place() {
    if (in.equals("cookie")) {
      return "cookie '" + parameter + "'";
    }
    return isQuery() ? "query parameter '" + parameter + "'" : "header '" + header() + "'";
  }
}
