package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.core.json.PackageVersion;

/** Refuses a Jackson that is too old to read with. */
public final class JacksonVersion {
  /** The lowest version of jackson-core that reads and writes our models, tried one by one. */
  public static final String LOWEST = "2.10.0";

  private static final int MAJOR = 2;
  private static final int MINOR = 10;

  private JacksonVersion() {}

  /**
   * Throws {@code IllegalStateException} that names the version found, the lowest that works, and
   * what to do.
   */
  public static void check() {
    check(PackageVersion.VERSION);
  }

  static void check(Version found) {
    if (found.getMajorVersion() != MAJOR || found.getMinorVersion() < MINOR) {
      throw new IllegalStateException(
          "Found jackson-core "
              + found
              + ", and the clients need "
              + LOWEST
              + " or a newer 2.x. Raise com.fasterxml.jackson.core:jackson-core, or remove the line"
              + " of your build that pins it; mvn dependency:tree shows which.");
    }
  }
}
