package dev.forecourt.runtime;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;

/** A transport of the caller's, which stays open when a client is closed. */
record Unclosed(Transport transport) implements Transport {

  @Override
  public WireResponse send(WireRequest request) throws TransportFailure {
    return transport.send(request);
  }

  @Override
  public void close() {}
}
