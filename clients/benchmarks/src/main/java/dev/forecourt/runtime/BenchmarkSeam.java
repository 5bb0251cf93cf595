package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.ObjectReader;
import feign.Client;
import feign.Feign;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.time.Duration;

/** What benchmarks need of the runtime and callers do not. */
public final class BenchmarkSeam {

  private BenchmarkSeam() {}

  /** The reader that clients use for this type. */
  public static ObjectReader reader(Type type) {
    return VendorJson.reader(type);
  }

  /**
   * A connection that sends through this transport.
   *
   * <p>Goes when builders can be given one.
   */
  public static VendorConnection connection(
      VendorProfile profile, String baseUrl, Client transport) {
    VendorConnection connection =
        new VendorConnection(profile, baseUrl, Duration.ofSeconds(10), Duration.ofSeconds(30));
    try {
      Field feign = VendorConnection.class.getDeclaredField("feign");
      feign.setAccessible(true);
      ((Feign.Builder) feign.get(connection)).client(transport);
      return connection;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("VendorConnection has changed: change this class.", e);
    }
  }
}
