package dev.forecourt.benchmarks.kit;

import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * A median and the quartiles around it.
 *
 * @param low a quarter of the values lies below
 * @param median half of them
 * @param high three quarters
 */
public record Spread(double low, double median, double high) {

  /** The spread of some values; not of none. */
  public static Spread of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return new Spread(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
  }

  private static double at(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** {@code 1.04 (0.97-1.12)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f (%.2f-%.2f)", median, low, high);
  }
}
