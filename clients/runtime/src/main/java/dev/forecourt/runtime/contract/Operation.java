package dev.forecourt.runtime.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation of a contract: all that the way of a call has to know of it. Written by the
 * generator. Immutable.
 */
public final class Operation {
  /** RFC 9110, section 9.2.2. */
  private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "PUT", "DELETE");

  private final String id;
  private final String method;
  private final String path;
  private final String server;
  private final boolean ownServer;
  private final boolean declaredIdempotent;
  private final List<List<String>> security;
  private final Set<Integer> accepted;

  private Operation(
      String id,
      String method,
      String path,
      String server,
      boolean ownServer,
      boolean declaredIdempotent,
      List<List<String>> security,
      Set<Integer> accepted) {
    this.id = id;
    this.method = method;
    this.path = path;
    this.server = server;
    this.ownServer = ownServer;
    this.declaredIdempotent = declaredIdempotent;
    this.security = security;
    this.accepted = accepted;
  }

  /**
   * An operation that is open to everyone.
   *
   * @param id operationId, such as {@code getReview}
   * @param method HTTP method
   * @param path path with its placeholders, such as {@code /api/review/{id}}
   * @param server URL of the contract's server
   */
  public static Operation of(String id, String method, String path, String server) {
    return new Operation(id, method, path, server, false, false, List.of(), Set.of());
  }

  /** The same with one more alternative of its security: the names of the schemes that it needs. */
  public Operation securedBy(String... schemes) {
    List<List<String>> alternatives = new ArrayList<>(security);
    alternatives.add(List.of(schemes));
    return new Operation(
        id,
        method,
        path,
        server,
        ownServer,
        declaredIdempotent,
        List.copyOf(alternatives),
        accepted);
  }

  /** The same on a server of its own, which is not that of the contract. */
  public Operation onServer(String url) {
    return new Operation(id, method, path, url, true, declaredIdempotent, security, accepted);
  }

  /** The same, called idempotent by the contract ({@code x-idempotent}), whatever the method. */
  public Operation declaredIdempotent() {
    return new Operation(id, method, path, server, ownServer, true, security, accepted);
  }

  /** The same with more statuses that are no failure, such as 302. */
  public Operation accepting(Integer... statuses) {
    return new Operation(
        id, method, path, server, ownServer, declaredIdempotent, security, Set.of(statuses));
  }

  /** Whether an answer of this status is no failure: 2xx, and what the contract says. */
  public boolean accepts(int status) {
    return status / 100 == 2 || accepted.contains(status);
  }

  /** operationId, such as {@code getReview}. */
  public String id() {
    return id;
  }

  /** HTTP method. */
  public String method() {
    return method;
  }

  /** Path with its placeholders, such as {@code /api/review/{id}}. */
  public String path() {
    return path;
  }

  /** URL of its server in the contract. */
  public String server() {
    return server;
  }

  /** Whether its server is not that of the contract. */
  public boolean hasOwnServer() {
    return ownServer;
  }

  /** Alternatives, each the names of the schemes it needs; empty if open to everyone. */
  public List<List<String>> security() {
    return security;
  }

  /** Whether a second request has no effect beyond that of the first. */
  public boolean idempotent() {
    return declaredIdempotent || IDEMPOTENT.contains(method);
  }

  /** {@code getReview}. */
  @Override
  public String toString() {
    return id;
  }
}
