package dev.forecourt.runtime;

import org.jspecify.annotations.Nullable;

/** The {@code User-Agent} of a client: its name and version, and the application's. */
final class UserAgent {

  private UserAgent() {}

  static String of(String vendor, Class<?> ofClient, @Nullable String application) {
    String version =
        ofClient.getPackage() == null ? null : ofClient.getPackage().getImplementationVersion();
    String client = "forecourt-" + vendor + "/" + (version == null ? "dev" : version);
    return application == null ? client : client + " " + application;
  }
}
