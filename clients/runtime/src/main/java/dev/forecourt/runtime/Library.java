package dev.forecourt.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A library that the clients stand on, in the version that the application has chosen.
 *
 * @param lowest the oldest version that works
 * @param advised the version to take instead of one that does not
 */
record Library(String group, String artifact, String lowest, String advised) {

  /**
   * What is wrong with it; null for nothing. A version that is not stated anywhere is good if the
   * use works.
   */
  @Nullable UnfitLibrary check(Supplier<@Nullable String> version, Supplier<List<Object>> use) {
    String found;
    try {
      found = version.get();
    } catch (LinkageError e) {
      return new UnfitLibrary(this, null, isMissing(e), e);
    }
    if (found != null && isOlder(found)) {
      return new UnfitLibrary(this, found, false, null);
    }
    try {
      use.get();
      return null;
    } catch (LinkageError e) {
      return new UnfitLibrary(this, found, false, e);
    }
  }

  /** A class that is not there, not one that was there in another shape. */
  private static boolean isMissing(LinkageError e) {
    return e instanceof NoClassDefFoundError;
  }

  /** Whether a version is lower than the lowest that works; one without numbers is not. */
  boolean isOlder(String version) {
    if (version.isEmpty() || !Character.isDigit(version.charAt(0))) {
      return false;
    }
    String[] numbers = version.split("[^0-9]+", -1);
    String[] needed = lowest.split("\\.");
    for (int i = 0; i < needed.length; i++) {
      int number = i < numbers.length ? number(numbers[i]) : 0;
      int least = number(needed[i]);
      if (number != least) {
        return number < least;
      }
    }
    return false;
  }

  private static int number(String digits) {
    return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
  }

  /**
   * The version that Maven has noted in the JAR of this class; null if there is no such note, as in
   * a repackaged JAR. One in another JAR says nothing about the class.
   */
  @Nullable String statedBeside(Class<?> type) {
    URL note = type.getResource("/META-INF/maven/" + group + "/" + artifact + "/pom.properties");
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (note == null
        || source != null
            && source.getLocation() != null
            && !note.toString().contains(source.getLocation().getPath())) {
      return null;
    }
    try (InputStream in = note.openStream()) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException | IllegalArgumentException unreadable) {
      return null;
    }
  }

  @Override
  public String toString() {
    return group + ":" + artifact;
  }
}
