package dev.forecourt.runtime.errors;

import java.util.Map;

/** Names of statuses (HTTP/2 sends none) and what a caller does about them. */
public final class HttpStatuses {
  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(301, "Moved Permanently"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(304, "Not Modified"),
          Map.entry(307, "Temporary Redirect"),
          Map.entry(308, "Permanent Redirect"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(402, "Payment Required"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(413, "Content Too Large"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"));

  private HttpStatuses() {}

  /** {@code 404 Not Found}. */
  public static String named(int status) {
    String name = NAMES.get(status);
    return name == null ? Integer.toString(status) : status + " " + name;
  }

  /** The last sentence of an error message. */
  public static String nextStep(int status) {
    if (status / 100 == 3) {
      return "Redirects are not followed, because the credentials would go along: check the base URL.";
    }
    if (status / 100 == 5) {
      return "The fault is the vendor's: try again later, and look before you repeat a POST.";
    }
    return switch (status) {
      case 400, 422 -> "Correct the request.";
      case 401 -> "Check the key given to the builder.";
      case 403 -> "Ask the vendor to allow this for your key.";
      case 404, 410 -> "Check the ids in the path.";
      case 405, 406, 415 -> "The contract and the server disagree: check the base URL.";
      case 409 -> "Read the object again before the next change.";
      case 429 -> "Wait before the next request.";
      default -> "See the contract of the operation.";
    };
  }
}
