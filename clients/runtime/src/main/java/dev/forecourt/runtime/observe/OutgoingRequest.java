package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.RequestDraft;
import dev.forecourt.runtime.encode.HeaderText;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is about to be sent, for listeners that add headers such as {@code traceparent}.
 * The same object belongs to the {@link RequestEvent} that follows. It gives no credentials away.
 */
public final class OutgoingRequest {
  private final String vendor;
  private final Operation operation;
  private final URI server;
  private final int attempt;
  private final RequestDraft draft;
  private Map<Object, Object> attributes = Map.of();

  /** For the call loop. */
  public OutgoingRequest(
      String vendor, Operation operation, URI server, int attempt, RequestDraft draft) {
    this.vendor = vendor;
    this.operation = operation;
    this.server = server;
    this.attempt = attempt;
    this.draft = draft;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public String vendor() {
    return vendor;
  }

  /** Operation of the contract. */
  public Operation operation() {
    return operation;
  }

  /** Scheme, host and port that are called. */
  public URI server() {
    return server;
  }

  /** Number of the request within its call, counted from 1. */
  public int attempt() {
    return attempt;
  }

  /**
   * Sets a header, in place of one of the same name. Throws {@code IllegalArgumentException} if it
   * cannot be sent.
   */
  public void setHeader(String name, String value) {
    draft.setHeader(HeaderText.checkedName(name), HeaderText.checkedValue(name, value));
  }

  /** Keeps a value of a listener until the request ends. */
  public void setAttribute(Object key, Object value) {
    if (attributes.isEmpty()) {
      attributes = new HashMap<>();
    }
    attributes.put(key, value);
  }

  /** A value that a listener has kept. */
  public Optional<Object> attribute(Object key) {
    return Optional.ofNullable(attributes.get(key));
  }

  /** Operation and attempt. */
  @Override
  public String toString() {
    return "OutgoingRequest{" + vendor + " " + operation.id() + ", " + attempt + "}";
  }
}
