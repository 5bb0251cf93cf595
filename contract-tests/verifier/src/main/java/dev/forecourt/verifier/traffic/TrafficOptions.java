package dev.forecourt.verifier.traffic;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, and how much is shown.
 *
 * @param vendor the only vendor to look for; null for all
 * @param specs folder of the contracts' sources, for files and lines; null if they are not there
 * @param showValues shows values as they are, but never secrets
 * @param never lists what never came, instead of counting it
 * @param reviewed list of drift that is wanted; null for none
 * @param hosts the only hosts to look at, in lower case, with a port or for any port; empty for all
 */
public record TrafficOptions(
    @Nullable String vendor,
    @Nullable Path specs,
    boolean showValues,
    boolean never,
    @Nullable Path reviewed,
    Set<String> hosts) {

  /** For all hosts. */
  public TrafficOptions(
      @Nullable String vendor,
      @Nullable Path specs,
      boolean showValues,
      boolean never,
      @Nullable Path reviewed) {
    this(vendor, specs, showValues, never, reviewed, Set.of());
  }

  boolean isOfAny(String host) {
    return hosts.isEmpty() || isNamed(host);
  }

  /** Whether the caller said what is at this host: the one vendor. */
  boolean isOfTheVendor(String host) {
    return vendor != null && isNamed(host);
  }

  private boolean isNamed(String host) {
    return hosts.contains(host) || hosts.contains(host.replaceFirst(":\\d+$", ""));
  }
}
