package dev.forecourt.runtime.call;

import dev.forecourt.runtime.encode.HeaderText;
import dev.forecourt.runtime.limits.Durations;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings for single calls, in place of those of the client.
 *
 * <pre>{@code
 * RequestOptions patient = RequestOptions.builder().timeout(Duration.ofMinutes(2)).build();
 * client.appointments().with(patient).searchAppointments(query);
 * }</pre>
 *
 * <p>Immutable. Its {@code toString} shows no header values.
 */
public final class RequestOptions {
  private static final RequestOptions NONE = builder().build();

  private final @Nullable Duration timeout;
  private final @Nullable RetryPolicy retries;
  private final Map<String, String> headers;
  private final Map<String, String> query;
  private final boolean repeatable;

  private RequestOptions(Builder builder) {
    this.timeout = builder.timeout;
    this.retries = builder.retries;
    this.headers = copyOf(builder.headers);
    this.query = Collections.unmodifiableMap(new LinkedHashMap<>(builder.query));
    this.repeatable = builder.repeatable;
  }

  private static Map<String, String> copyOf(Map<String, String> headers) {
    Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(headers);
    return Collections.unmodifiableMap(copy);
  }

  /** Nothing set: everything as the client has it. */
  public static RequestOptions none() {
    return NONE;
  }

  /** A builder with nothing set. */
  public static Builder builder() {
    return new Builder();
  }

  /** A builder that starts with what is set here. */
  public Builder toBuilder() {
    Builder builder = new Builder();
    builder.timeout = timeout;
    builder.retries = retries;
    builder.headers.putAll(headers);
    builder.query.putAll(query);
    builder.repeatable = repeatable;
    return builder;
  }

  /** Longest wait for one answer; empty for the client's. */
  public Optional<Duration> timeout() {
    return Optional.ofNullable(timeout);
  }

  /** When a request is retried; empty for the client's policy. */
  public Optional<RetryPolicy> retries() {
    return Optional.ofNullable(retries);
  }

  /** Headers to send beside those of the operation, by name. Unmodifiable. */
  public Map<String, String> headers() {
    return headers;
  }

  /** Query parameters to send beside those of the operation, by name. Unmodifiable. */
  public Map<String, String> query() {
    return query;
  }

  /** Whether a POST may be repeated; see {@link Builder#repeatable}. */
  public boolean repeatable() {
    return repeatable;
  }

  /** Names of headers and parameters, without values. */
  @Override
  public String toString() {
    return "RequestOptions{timeout="
        + timeout
        + ", retries="
        + retries
        + ", headers="
        + headers.keySet()
        + ", query="
        + query.keySet()
        + ", repeatable="
        + repeatable
        + "}";
  }

  /** Collects settings. */
  public static final class Builder {
    private @Nullable Duration timeout;
    private @Nullable RetryPolicy retries;
    private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> query = new LinkedHashMap<>();
    private boolean repeatable;

    private Builder() {}

    /**
     * Longest wait for one answer, from the start of a request to the last byte. Default: the read
     * timeout of the client. Must be positive.
     */
    public Builder timeout(Duration timeout) {
      this.timeout = Durations.positive("Timeout", timeout);
      return this;
    }

    /** When a request is retried. Default: the policy of the client. */
    public Builder retries(RetryPolicy retries) {
      this.retries = retries;
      return this;
    }

    /**
     * A header beside those of the operation; it takes the place of one of the same name, but for
     * credentials. Throws {@code IllegalArgumentException} if it cannot be sent, or if it belongs
     * to the connection, such as {@code Host}.
     */
    public Builder header(String name, String value) {
      String checked = HeaderText.checkedName(name);
      // the name as it is written here, not as it was before
      headers.remove(checked);
      headers.put(checked, HeaderText.checkedValue(name, value));
      return this;
    }

    /**
     * A query parameter beside those of the operation, such as one that the contract does not know
     * yet; it takes the place of one of the same name. Encoded here.
     */
    public Builder query(String name, String value) {
      query.put(name, value);
      return this;
    }

    /**
     * Allows to retry a request that changes something, such as a POST. Default false. Set it where
     * a second request does no harm, such as beside a {@link #header} with an idempotency key:
     * every retry sends the same one.
     */
    public Builder repeatable(boolean repeatable) {
      this.repeatable = repeatable;
      return this;
    }

    /** The options. */
    public RequestOptions build() {
      return new RequestOptions(this);
    }
  }
}
