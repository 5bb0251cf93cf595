package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a request is called in logs and metrics: the names and values of OpenTelemetry's semantic
 * conventions for HTTP clients, and two of our own. All values come from the contract, the builder
 * or short lists: none from a path, query, header or body.
 */
final class RequestTags {
  /** Stands for what a request does not have: a registry wants the same tags every time. */
  static final String NONE = "none";

  private static final int MOST_RESENDS = 5;

  static final String VENDOR = "forecourt.vendor";
  static final String OPERATION = "forecourt.operation";
  static final String METHOD = "http.request.method";
  static final String RESENDS = "http.request.resend_count";
  static final String STATUS = "http.response.status_code";
  static final String ERROR = "error.type";
  static final String ADDRESS = "server.address";
  static final String PORT = "server.port";
  static final String TEMPLATE = "url.template";

  /** Name, and unit, of the time that a request took. */
  static final String DURATION = "http.client.request.duration";

  /** What the vendor refuses although the operation is right: somebody has to act. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 429);

  private final OutgoingRequest request;
  private final @Nullable RequestEvent event;

  /** Of a request that ended. */
  RequestTags(RequestEvent event) {
    this(event.outgoing(), event);
  }

  /** Of a request that may be under way: then there is no event yet. */
  RequestTags(OutgoingRequest request, @Nullable RequestEvent event) {
    this.request = request;
    this.event = event;
  }

  String address() {
    return request.server().getHost();
  }

  String port() {
    URI server = request.server();
    int port = server.getPort();
    return Integer.toString(port >= 0 ? port : server.getScheme().equals("http") ? 80 : 443);
  }

  /** How often the call was sent before this request. */
  int resends() {
    return request.attempt() - 1;
  }

  /** The same for meters: {@code 0} to {@code 4}, then {@code 5+}. */
  String resendsTag() {
    return resends() < MOST_RESENDS ? Integer.toString(resends()) : MOST_RESENDS + "+";
  }

  Optional<String> status() {
    return event == null
        ? Optional.empty()
        : event.status().stream().mapToObj(Integer::toString).findFirst();
  }

  /** The status if the vendor answered with an error, else the class of the failure. */
  Optional<String> error() {
    return failure()
        .map(
            failure ->
                failure instanceof VendorResponseException refused
                    ? Integer.toString(refused.status())
                    : typeOf(failure).getName());
  }

  /** What the caller catches: of a cancelled call there is no VendorException. */
  private static Class<?> typeOf(VendorException failure) {
    return failure.failure().cancelled() ? CallCancelledException.class : failure.getClass();
  }

  /** Whether it is more than an answer that the caller can be expected to handle, such as 404. */
  boolean alarming() {
    Optional<VendorException> failure = failure();
    if (failure.isEmpty() || failure.get().failure().cancelled()) {
      return false;
    }
    return !(failure.get() instanceof VendorResponseException refused)
        || refused.status() >= 500
        || REFUSALS.contains(refused.status());
  }

  /** How many requests the vendor takes in a period; empty if it does not say. */
  OptionalLong limit() {
    return number("x-ratelimit-limit");
  }

  /** How many of them are left. */
  OptionalLong remaining() {
    return number("x-ratelimit-remaining");
  }

  private OptionalLong number(String header) {
    if (event == null) {
      return OptionalLong.empty();
    }
    return event.responseHeaders().getOrDefault(header, List.of()).stream()
        .filter(value -> value.matches("\\d{1,12}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private Optional<VendorException> failure() {
    return event == null ? Optional.empty() : event.failure();
  }
}
