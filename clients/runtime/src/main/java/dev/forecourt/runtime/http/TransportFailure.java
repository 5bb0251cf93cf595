package dev.forecourt.runtime.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why no complete answer came. The message says what happened and what to do, without query,
 * headers, body and passwords.
 */
public final class TransportFailure extends IOException {
  private static final long serialVersionUID = 1;

  /** What failed. */
  public enum Kind {
    /** No address is known for the host. */
    UNKNOWN_HOST,
    /** Nobody took the connection at any address of the host. */
    NO_CONNECTION,
    /** No usable connection within the connect timeout. */
    CONNECT_TIMEOUT,
    /** The handshake failed: certificates, host name, versions, or a port without TLS. */
    TLS,
    /** The proxy could not be reached, refused, or wants another password. */
    PROXY,
    /** No complete answer within the time of the request. */
    TIMEOUT,
    /** The calling thread was interrupted. */
    INTERRUPTED,
    /** The transport was closed meanwhile, or before. */
    CLOSED,
    /** The answer is larger than the limit, or than the memory. */
    TOO_LARGE,
    /** What came is no HTTP, or has a coding that nobody here knows. */
    UNREADABLE,
    /** The connection ended before the answer did. */
    BROKEN
  }

  private final Kind kind;
  private final String host;
  private final boolean mayHaveArrived;
  private final int status;
  private final transient Map<String, List<String>> headers;

  /**
   * A failure without an answer.
   *
   * @param host host and port of the target
   * @param mayHaveArrived false only when the server surely did nothing of what was asked
   * @param cause null where there is none, or where it would show a secret
   */
  public TransportFailure(
      Kind kind, String host, boolean mayHaveArrived, String message, @Nullable Throwable cause) {
    this(kind, host, mayHaveArrived, message, cause, 0, Map.of());
  }

  /** A failure after status line and headers had come. */
  public TransportFailure(
      Kind kind,
      String host,
      boolean mayHaveArrived,
      String message,
      @Nullable Throwable cause,
      int status,
      Map<String, List<String>> headers) {
    super(message, cause);
    this.kind = kind;
    this.host = host;
    this.mayHaveArrived = mayHaveArrived;
    this.status = status;
    this.headers = headers;
  }

  /** What failed. */
  public Kind kind() {
    return kind;
  }

  /** Host and port of the target, such as {@code api.example:443}. */
  public String host() {
    return host;
  }

  /** False when the server surely did nothing of what was asked. */
  public boolean mayHaveArrived() {
    return mayHaveArrived;
  }

  /** Status of the answer that broke off; 0 when none had come. */
  public int status() {
    return status;
  }

  /** Headers of the answer that broke off; empty when none had come. */
  public Map<String, List<String>> headers() {
    return headers == null ? Map.of() : headers; // after serialization
  }
}
