package dev.forecourt.runtime.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.VendorJson;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.ErrorBodyReader;
import dev.forecourt.runtime.errors.HttpStatuses;
import dev.forecourt.runtime.errors.VendorError;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.http.WireResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Makes the exception for an answer that is not 2xx. */
final class Refusals {
  private static final int MOST_CHARACTERS_SHOWN = 200;

  private final String vendorName;
  private final ErrorBodyReader reader;
  private final Secrets secrets;
  private final Clock clock;

  Refusals(String vendorName, ErrorBodyReader reader, Secrets secrets, Clock clock) {
    this.vendorName = vendorName;
    this.reader = reader;
    this.secrets = secrets;
    this.clock = clock;
  }

  VendorResponseException exception(SentRequest request, WireResponse answer) {
    Shown shown = Shown.of(answer, secrets);
    VendorError error = error(shown.body());
    Optional<Instant> retryAt = RetryTimes.of(answer.status(), answer.headers(), clock.instant());
    String message =
        request
            + ": "
            + HttpStatuses.named(answer.status())
            + " for "
            + request.shown(secrets)
            + ". "
            + words(error, shown.body())
            + " "
            + retryAt
                .filter(at -> answer.status() == 429 || answer.status() == 503)
                .map(at -> "Try again from " + at + " on.")
                .orElseGet(() -> HttpStatuses.nextStep(answer.status()));
    return shown
        .in(request.failure(secrets))
        .vendor(error)
        .retryAt(retryAt.orElse(null))
        .message(message)
        .build()
        .toException();
  }

  private VendorError error(String body) {
    try {
      JsonNode json = VendorJson.reader(JsonNode.class).readValue(body);
      return json == null ? VendorError.NONE : hidden(reader.read(json));
    } catch (IOException notJson) {
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
}
