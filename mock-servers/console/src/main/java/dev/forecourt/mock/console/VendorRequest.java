package dev.forecourt.mock.console;

import dev.forecourt.mock.journal.RecordedRequest;

/** A request and whom it was for. */
record VendorRequest(String vendor, RecordedRequest request) {}
