package dev.forecourt.verifier.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.core.model.generators.GeneratorTestMode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A host that answers the calls of a pact: our stub, or the vendor. */
public final class Host {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  // the client sets them itself
  private static final Set<String> OWN = Set.of("content-length", "host", "connection");

  private final URI base;
  private final UnaryOperator<String> values;

  /**
   * A host.
   *
   * @param base scheme, host and port
   * @param values what to send in place of a segment of the path or a value of the query
   */
  public Host(URI base, UnaryOperator<String> values) {
    this.base = base;
    this.values = values;
  }

  /** Sends the request of an interaction, with these headers in place of its own. */
  public Answer answerTo(
      SynchronousRequestResponse interaction,
      Map<String, String> headers,
      Map<String, String> query)
      throws IOException {
    IRequest request =
        interaction.getRequest().generatedRequest(new HashMap<>(), GeneratorTestMode.Provider);
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(base.resolve(target(request, query))).timeout(LIMIT);
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(request.getHeaders());
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    all.forEach(
        (name, texts) -> {
          if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
            sent.header(name, String.join(", ", texts));
          }
        });
    byte[] body = request.getBody().getValue();
    sent.method(
        request.getMethod(),
        body == null || body.length == 0
            ? BodyPublishers.noBody()
            : BodyPublishers.ofByteArray(body));
    try {
      var response = Http.clientFor(base).send(sent.build(), BodyHandlers.ofByteArray());
      return new Answer(response.statusCode(), response.headers().map(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted before " + base + " answered", e);
    }
  }

  /** In what an answer differs from what the interaction expects. */
  public static List<Mismatch> mismatches(
      Pact pact, SynchronousRequestResponse interaction, Answer answer) {
    OptionalBody body =
        answer.body().length == 0
            ? OptionalBody.empty()
            : answer.contentType().isEmpty()
                ? OptionalBody.body(answer.body())
                : OptionalBody.body(answer.body(), ContentType.fromString(answer.contentType()));
    HttpResponse got = new HttpResponse(answer.status(), answer.headers(), body);
    return ResponseMatching.responseMismatches(pact, interaction, got).stream()
        .filter(each -> !isCharsetOnly(each))
        .toList();
  }

  /** JSON is UTF-8 whether a header says so or not, and other text unless a header says other. */
  private static boolean isCharsetOnly(Mismatch mismatch) {
    return mismatch instanceof HeaderMismatch header
        && header.getHeaderKey().equalsIgnoreCase("Content-Type")
        && withCharset(header.getExpected()).equals(withCharset(header.getActual()));
  }

  private static List<String> withCharset(String type) {
    List<String> parts = new ArrayList<>();
    for (String part : type.toLowerCase(Locale.ROOT).split(";")) {
      parts.add(part.strip().replace("\"", ""));
    }
    if (parts.stream().noneMatch(part -> part.startsWith("charset="))) {
      parts.add("charset=utf-8");
    }
    return parts.stream().sorted().toList();
  }

  /** A mismatch without anything of the answer: it may be about a customer. */
  public static String withoutValues(Mismatch mismatch) {
    return mismatch instanceof BodyMismatch body
        ? "body: " + body.getPath() + " is not as the pact expects (" + body.getExpected() + ")"
        : mismatch.type() + " is not as the pact expects";
  }

  private String target(IRequest request, Map<String, String> query) {
    String path =
        List.of(request.getPath().split("/", -1)).stream()
            .map(values)
            .map(Host::encoded)
            .collect(Collectors.joining("/"));
    Map<String, List<String>> all = new TreeMap<>(request.getQuery());
    query.forEach((name, value) -> all.computeIfPresent(name, (known, before) -> List.of(value)));
    String parameters =
        all.entrySet().stream()
            .flatMap(
                entry ->
                    entry.getValue().stream()
                        .map(
                            value ->
                                encoded(entry.getKey())
                                    + "="
                                    + encoded(values.apply(value == null ? "" : value))))
            .collect(Collectors.joining("&"));
    return parameters.isEmpty() ? path : path + "?" + parameters;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}
