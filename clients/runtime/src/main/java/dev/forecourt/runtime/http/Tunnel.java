package dev.forecourt.runtime.http;

import java.io.IOException;

/** Makes a proxy connect us to the target. */
final class Tunnel {

  /** Returns when the socket speaks to the target, or to a proxy that reads the requests. */
  void through(Route route, Guard guard, ChannelSocket socket) throws IOException {
    if (route.readByProxy()) {
      return;
    }
    throw Failures.proxy(route.target(), route, "cannot be asked yet.", null);
  }
}
