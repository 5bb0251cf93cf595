package dev.forecourt.verifier.check;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Headers that no contract tells of: those of HTTP, browsers, proxies and networks between. */
public final class StandardHeaders {
  private static final Set<String> OF_REQUESTS =
      Set.of(
          "accept accept-charset accept-encoding accept-language authorization baggage cache-control cdn-loop connection content-encoding content-length content-type cookie cookie2 date device-memory dnt downlink dpr early-data ect elastic-apm-traceparent expect forwarded from host http2-settings if-match if-modified-since if-none-match if-range if-unmodified-since keep-alive max-forwards newrelic origin pragma prefer priority proxy-authorization proxy-connection purpose range referer request-id rtt save-data sentry-trace te trailer traceparent tracestate transfer-encoding true-client-ip upgrade upgrade-insecure-requests user-agent via viewport-width warning width x-att-deviceid x-cloud-trace-context x-correlation-id x-csrf-token x-real-ip x-request-id x-requested-with x-wap-profile x-xsrf-token uber-trace-id b3"
              .split(" "));
  private static final Pattern MORE_OF_REQUESTS =
      Pattern.compile(
          "(sec|proxy|cf|x-forwarded|x-b3|x-datadog|x-amzn|x-newrelic|x-client-data|access-control|postman|insomnia|x-envoy|fastly)(-.*)?");

  private static final Set<String> OF_ANSWERS =
      Set.of(
          "accept-ch accept-patch accept-post accept-ranges age allow alt-svc alt-used cache-control cache-status cdn-cache-control clear-site-data connection content-disposition content-encoding content-language content-length content-location content-range content-security-policy content-security-policy-report-only content-type cross-origin-embedder-policy cross-origin-opener-policy cross-origin-resource-policy date delta-base deprecation document-policy etag expect-ct expires feature-policy host-header keep-alive last-modified link location nel origin-agent-cluster p3p permissions-policy pragma priority proxy-authenticate proxy-status public-key-pins referrer-policy refresh report-to reporting-endpoints retry-after server server-timing set-cookie set-cookie2 sourcemap status strict-transport-security sunset surrogate-control surrogate-key timing-allow-origin tk traceparent tracestate trailer transfer-encoding upgrade vary via warning www-authenticate x-aspnet-version x-aspnetmvc-version x-backend x-backend-server x-cache x-cache-hits x-cache-lookup x-cdn x-clacks-overhead x-cloud-trace-context x-content-duration x-content-security-policy x-content-type-options x-correlation-id x-dns-prefetch-control x-download-options x-firefox-spdy x-frame-options x-generator x-iinfo x-kong-proxy-latency x-kong-upstream-latency x-permitted-cross-domain-policies x-pingback x-powered-by x-proxy-cache x-request-id x-response-time x-robots-tag x-runtime x-served-by x-server x-timer x-trace-id x-ua-compatible x-varnish x-webkit-csp x-xss-protection"
              .split(" "));
  private static final Pattern MORE_OF_ANSWERS =
      Pattern.compile(
          "(access-control|cf|sec|x-amz|x-amzn|x-akamai|akamai|x-azure|x-envoy|x-fastly|fastly|x-goog|x-ms|x-nf|x-vercel|x-edge|x-sucuri|x-litespeed|fly|nel|ki|proxy|x-b3|x-datadog|x-cache|x-firefox|x-chromium|x-nextjs|x-middleware)(-.*)?");

  /** What no contract has to name, although a client may act on it. */
  private static final Set<String> MEANINGFUL =
      Set.of("content-disposition", "deprecation", "link", "location", "retry-after", "sunset");

  private StandardHeaders() {}

  static boolean isOfRequests(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return OF_REQUESTS.contains(lower) || MORE_OF_REQUESTS.matcher(lower).matches();
  }

  /** Those that mean something to clients are not among them. */
  static boolean isOfAnswers(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return !isMeaningful(lower)
        && (OF_ANSWERS.contains(lower) || MORE_OF_ANSWERS.matcher(lower).matches());
  }

  /** Headers of HTTP that a client may act on, such as {@code Retry-After}. */
  public static boolean isMeaningful(String name) {
    return MEANINGFUL.contains(name.toLowerCase(Locale.ROOT));
  }
}
