package dev.forecourt.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be set for one vendor and for all of them. */
abstract class CallProperties {

  /** Longest wait for a connection, such as 10s. A number without a unit counts milliseconds. */
  private @Nullable Duration connectTimeout;

  /** Longest wait for a whole answer, such as 30s. A number without a unit counts milliseconds. */
  private @Nullable Duration readTimeout;

  private final Retries retries = new Retries();

  public @Nullable Duration getConnectTimeout() {
    return connectTimeout;
  }

  public void setConnectTimeout(@Nullable Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
  }

  public @Nullable Duration getReadTimeout() {
    return readTimeout;
  }

  public void setReadTimeout(@Nullable Duration readTimeout) {
    this.readTimeout = readTimeout;
  }

  public Retries getRetries() {
    return retries;
  }

  /** When a request is sent again. */
  static final class Retries {

    /** Most requests after the first; 0 for none. */
    private @Nullable Integer maxRetries;

    /** Longest wait before the second request, such as 200ms. Doubles for each further one. */
    private @Nullable Duration firstDelay;

    /** Longest wait before any request, such as 5s, if the vendor names none. */
    private @Nullable Duration maxDelay;

    /** Longest time for a call with all its requests and waits, such as 2m. */
    private @Nullable Duration timeLimit;

    public @Nullable Integer getMaxRetries() {
      return maxRetries;
    }

    public void setMaxRetries(@Nullable Integer maxRetries) {
      this.maxRetries = maxRetries;
    }

    public @Nullable Duration getFirstDelay() {
      return firstDelay;
    }

    public void setFirstDelay(@Nullable Duration firstDelay) {
      this.firstDelay = firstDelay;
    }

    public @Nullable Duration getMaxDelay() {
      return maxDelay;
    }

    public void setMaxDelay(@Nullable Duration maxDelay) {
      this.maxDelay = maxDelay;
    }

    public @Nullable Duration getTimeLimit() {
      return timeLimit;
    }

    public void setTimeLimit(@Nullable Duration timeLimit) {
      this.timeLimit = timeLimit;
    }
  }
}
