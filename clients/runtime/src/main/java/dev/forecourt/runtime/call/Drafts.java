package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.RequestDraft;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the requests of a client: what Feign prepared, the caller's extras, the credentials' turn.
 */
final class Drafts {
  private final VendorProfile profile;
  private final Settings settings;

  /** Operations are constants of generated code, a few dozen for a vendor. */
  private final Map<Operation, List<Credential>> credentials = new ConcurrentHashMap<>();

  Drafts(VendorProfile profile, Settings settings) {
    this.profile = profile;
    this.settings = settings;
  }

  RequestDraft draft(Operation operation, PreparedRequest prepared, RequestOptions options) {
    RequestDraft draft =
        new RequestDraft(
            profile.id(),
            operation.id(),
            operation.method(),
            prepared.target(),
            settings.headers().isEmpty() ? prepared.headers() : Map.of(),
            prepared.body());
    if (!settings.headers().isEmpty()) {
      settings.headers().forEach(draft::setHeader);
      prepared.headers().forEach(draft::setHeader);
    }
    settings
        .query()
        .forEach(
            (name, value) -> {
              if (!draft.hasQuery(name)) {
                draft.setQuery(name, value);
              }
            });
    options.query().forEach(draft::setQuery);
    options.headers().forEach(draft::setHeader);
    return draft;
  }

  /** Scheme, host, port and path before those of the contract. */
  String server(Operation operation) {
    if (operation.hasOwnServer()) {
      String other = settings.otherServers().get(operation.server());
      if (other != null) {
        return other;
      }
    }
    String baseUrl = settings.baseUrl();
    return baseUrl == null ? operation.server() : baseUrl;
  }

  /**
   * All that the caller has and the operation takes: which alternative a vendor prefers is unknown.
   * Throws {@code IllegalStateException} if the caller has not enough for any.
   */
  List<Credential> credentials(Operation operation) {
    return credentials.computeIfAbsent(operation, this::chosen);
  }

  private List<Credential> chosen(Operation operation) {
    Map<String, Credential> all = profile.credentials();
    List<List<String>> possible =
        operation.security().stream().filter(all.keySet()::containsAll).toList();
    if (possible.isEmpty() && !operation.security().isEmpty()) {
      throw new IllegalStateException(
          "%s %s needs %s, and the client has %s. Give the credential to the builder."
              .formatted(
                  profile.id(),
                  operation.id(),
                  String.join(
                      " or ",
                      operation.security().stream()
                          .map(schemes -> String.join(" ", schemes))
                          .toList()),
                  all.isEmpty() ? "none" : String.join(" ", new TreeSet<>(all.keySet()))));
    }
    return possible.stream().flatMap(List::stream).distinct().map(all::get).toList();
  }
}
