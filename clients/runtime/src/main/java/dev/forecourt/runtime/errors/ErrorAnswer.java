package dev.forecourt.runtime.errors;

import dev.forecourt.runtime.call.Call;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An error answer with all credentials already hidden, and its message. */
record ErrorAnswer(
    Call call,
    int status,
    Map<String, List<String>> headers,
    String body,
    VendorError error,
    String message,
    Optional<Instant> retryAt) {}
