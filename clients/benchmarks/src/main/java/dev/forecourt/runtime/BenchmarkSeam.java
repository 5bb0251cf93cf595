package dev.forecourt.runtime;

import com.fasterxml.jackson.databind.ObjectReader;
import java.lang.reflect.Type;

/** What benchmarks need of the runtime and callers do not. */
public final class BenchmarkSeam {

  private BenchmarkSeam() {}

  /** The reader that clients use for this type. */
  public static ObjectReader reader(Type type) {
    return VendorJson.reader(type);
  }
}
