package dev.forecourt.runtime;

import java.util.List;
import java.util.Map;

/** An error answer with all credentials already hidden, and its message. */
record ErrorAnswer(
    Call call,
    int status,
    Map<String, List<String>> headers,
    String body,
    VendorError error,
    String message) {}
