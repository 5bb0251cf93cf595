package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.http.WireRequest;
import java.net.URI;

/**
 * A request of a call, for messages and events.
 *
 * @param number counted from 1
 */
record SentRequest(String vendor, Operation operation, WireRequest wire, int number) {

  /** {@code GET /api/review/42}: never the query or the headers, which may hold secrets. */
  String shown(Secrets secrets) {
    return wire.method() + " " + path(secrets);
  }

  String path(Secrets secrets) {
    return secrets.hide(wire.uri().getRawPath());
  }

  URI server() {
    return URI.create(wire.uri().getScheme() + "://" + wire.uri().getRawAuthority());
  }

  /** The beginning of what an exception says. */
  Failure.Builder failure(Secrets secrets) {
    return Failure.of(vendor, operation.id())
        .request(wire.method(), path(secrets))
        .server(server())
        .attempts(number);
  }

  /** {@code fidcar getReview}. */
  @Override
  public String toString() {
    return vendor + " " + operation.id();
  }
}
