package dev.forecourt.runtime;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import java.util.function.UnaryOperator;

/**
 * A transport with what the caller put around it. The inner one is closed, whatever the wrapper
 * does.
 */
record Wrapped(Transport inner, Transport outer) implements Transport {

  static Transport of(Transport inner, UnaryOperator<Transport> around) {
    Transport outer = around.apply(inner);
    return outer == inner ? inner : new Wrapped(inner, outer);
  }

  @Override
  public WireResponse send(WireRequest request) throws TransportFailure {
    return outer.send(request);
  }

  @Override
  public void close() {
    inner.close();
  }
}
