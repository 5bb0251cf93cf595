package dev.forecourt.clients.corpus;

import java.util.List;

record RoundTrips(int operations, List<String> failed) {
  static RoundTrips of(GeneratedClient client) {
    return new RoundTrips(0, List.of());
  }
}
