package dev.forecourt.runtime;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings that every vendor client has. Mistakes surface in {@code build()}.
 *
 * @param <B> the vendor's own builder
 */
public abstract class VendorClientBuilder<B extends VendorClientBuilder<B>> {
  private static final Duration DEFAULT_CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration DEFAULT_READ_TIMEOUT = Duration.ofSeconds(30);

  private @Nullable String baseUrl;
  private Duration connectTimeout = DEFAULT_CONNECT_TIMEOUT;
  private Duration readTimeout = DEFAULT_READ_TIMEOUT;

  /** For vendor builders. */
  protected VendorClientBuilder() {}

  /**
   * Scheme, host and port to call, such as {@code http://localhost:4011}. Default: the server of
   * the contract.
   */
  public B baseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
    return self();
  }

  /** Longest wait for a connection. Default 10 seconds; must be positive. */
  public B connectTimeout(Duration connectTimeout) {
    this.connectTimeout = connectTimeout;
    return self();
  }

  /**
   * Longest wait for the whole answer, from the start of the request to the last byte. Default 30
   * seconds; must be positive. After it, {@link VendorTransportException} is thrown.
   */
  public B readTimeout(Duration readTimeout) {
    this.readTimeout = readTimeout;
    return self();
  }

  /** This builder in its own type. */
  protected abstract B self();

  /**
   * A connection with these settings. Throws {@code IllegalArgumentException} that says what to
   * change.
   */
  protected final VendorConnection connect(VendorProfile profile) {
    return new VendorConnection(
        profile,
        baseUrl == null ? null : BaseUrl.checked(baseUrl),
        positive("Connect timeout", connectTimeout),
        positive("Read timeout", readTimeout));
  }

  /**
   * The key, if it can be sent in a header. Throws {@code IllegalArgumentException} without showing
   * it.
   */
  protected static String checkedKey(String name, @Nullable String key) {
    if (key == null || key.isBlank()) {
      throw new IllegalArgumentException(name + " is missing. Give it to the builder.");
    }
    if (!key.equals(key.strip())) {
      throw new IllegalArgumentException(
          name
              + " begins or ends with white space. Strip it: a line break of the file it was read from?");
    }
    if (key.chars().anyMatch(c -> c < 0x21 || c > 0x7E)) {
      throw new IllegalArgumentException(
          name
              + " holds a character that a header cannot carry. Expected visible ASCII without spaces.");
    }
    return key;
  }

  private static Duration positive(String name, Duration timeout) {
    if (timeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          name
              + " must be at least 1 millisecond: "
              + timeout
              + ". For a long wait, name a long time.");
    }
    return timeout;
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return getClass().getName()
        + "{baseUrl="
        + baseUrl
        + ", connectTimeout="
        + connectTimeout
        + ", readTimeout="
        + readTimeout
        + "}";
  }
}
