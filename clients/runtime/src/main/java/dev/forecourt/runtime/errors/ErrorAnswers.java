package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.call.Call;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.UnreadableJsonException;
import feign.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the exception for an answer that is not 2xx. */
public final class ErrorAnswers {
  private static final int MOST_BYTES_KEPT = 64 * 1024;
  private static final int MOST_CHARACTERS_SHOWN = 200;

  private final String vendorName;
  private final ErrorBodyReader reader;
  private final Secrets secrets;
  private final Clock clock;

  public ErrorAnswers(String vendorName, ErrorBodyReader reader, Secrets secrets, Clock clock) {
    this.vendorName = vendorName;
    this.reader = reader;
    this.secrets = secrets;
    this.clock = clock;
  }

  public VendorResponseException exception(Call call, Response response, byte[] bytes) {
    // the vendor may repeat the key it refuses: hide it before anything else sees the body
    String body = cut(secrets.hide(text(bytes)));
    VendorError error = error(body);
    Optional<Instant> retryAt =
        RetryTimes.of(response.status(), response.headers(), clock.instant());
    String message =
        call
            + ": "
            + HttpStatuses.named(response.status())
            + " for "
            + secrets.hide(call.request())
            + ". "
            + words(error, body)
            + " "
            + retryAt
                .filter(at -> response.status() == 429 || response.status() == 503)
                .map(at -> "Try again from " + at + " on.")
                .orElseGet(() -> HttpStatuses.nextStep(response.status()));
    ErrorAnswer answer =
        new ErrorAnswer(call, response.status(), headers(response), body, error, message, retryAt);
    return switch (response.status()) {
      case 400 -> new BadRequestException(answer);
      case 401 -> new UnauthorizedException(answer);
      case 403 -> new ForbiddenException(answer);
      case 404 -> new NotFoundException(answer);
      case 409 -> new ConflictException(answer);
      case 422 -> new UnprocessableException(answer);
      case 429 -> new RateLimitedException(answer);
      default ->
          response.status() / 100 == 5
              ? new ServerErrorException(answer)
              : new VendorResponseException(answer);
    };
  }

  private VendorError error(String body) {
    try {
      return hidden(reader.read(Json.parse(body)));
    } catch (UnreadableJsonException notJson) {
      return VendorError.NONE;
    }
  }

  /** Once more: JSON may have held a secret in a spelling that only its reader undoes. */
  private VendorError hidden(VendorError error) {
    return new VendorError(error.code().map(secrets::hide), error.message().map(secrets::hide));
  }

  private String words(VendorError error, String body) {
    if (error.message().isPresent()) {
      String code = error.code().map(c -> " (code " + oneLine(c) + ")").orElse("");
      return vendorName + " says: \"" + oneLine(error.message().get()) + "\"" + code + ".";
    }
    return body.isBlank()
        ? "The body is empty."
        : "The body is not " + vendorName + "'s error JSON: \"" + oneLine(body) + "\".";
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MOST_CHARACTERS_SHOWN
        ? line
        : line.substring(0, MOST_CHARACTERS_SHOWN) + "\u2026";
  }

  /** More than is kept: a secret must not be cut off before it is hidden. */
  private static String text(byte[] bytes) {
    return new String(
        bytes, 0, Math.min(bytes.length, 2 * MOST_BYTES_KEPT), StandardCharsets.UTF_8);
  }

  private static String cut(String text) {
    return text.length() <= MOST_BYTES_KEPT ? text : text.substring(0, MOST_BYTES_KEPT);
  }

  private Map<String, List<String>> headers(Response response) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (Map.Entry<String, Collection<String>> header : response.headers().entrySet()) {
      headers.put(
          header.getKey().toLowerCase(Locale.ROOT),
          header.getValue().stream().map(secrets::hide).toList());
    }
    return Map.copyOf(headers);
  }
}
