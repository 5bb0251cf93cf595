package dev.forecourt.mock.vendor;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A vendor of which these things never change. */
public abstract class AbstractVendor implements Vendor {

  private final String id;
  private final int port;
  private final String samplePath;
  private final Set<String> defaultKeys;

  /**
   * A vendor that is served on this port by default, accepts these keys in this order, and whose
   * sample path is worth trying first.
   */
  protected AbstractVendor(String id, int port, String samplePath, String... defaultKeys) {
    this.id = id;
    this.port = port;
    this.samplePath = samplePath;
    this.defaultKeys = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(defaultKeys)));
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int port() {
    return port;
  }

  @Override
  public final String samplePath() {
    return samplePath;
  }

  @Override
  public final Set<String> defaultKeys() {
    return defaultKeys;
  }
}
