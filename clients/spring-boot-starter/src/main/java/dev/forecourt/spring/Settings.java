package dev.forecourt.spring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Carries one vendor's properties to its builder, and names the property when the builder refuses.
 */
final class Settings {
  private final String vendor;

  /** Full names of what was set, by their last part as the builder's messages spell it. */
  private final Map<String, String> names = new LinkedHashMap<>();

  Settings(String vendor) {
    this.vendor = vendor;
  }

  /** Sets a value; null is left to the builder. */
  <T> Settings value(String name, @Nullable T value, Consumer<T> setter) {
    return value(name, value, null, setter);
  }

  /** Sets a value, or else the one of {@code forecourt.defaults}; null is left to the builder. */
  <T> Settings value(String name, @Nullable T value, @Nullable T shared, Consumer<T> setter) {
    if (value != null) {
      set(name, full(name), value, setter);
    } else if (shared != null) {
      set(name, "forecourt.defaults." + name, shared, setter);
    }
    return this;
  }

  /** Sets a credential; null is left to the builder, blank is refused. */
  Settings credential(String name, @Nullable String value, Consumer<String> setter) {
    return value == null ? this : required(name, value, setter);
  }

  /** Sets a credential; null and blank are refused. */
  Settings required(String name, @Nullable String value, Consumer<String> setter) {
    set(name, full(name), present(name, value), setter);
    return this;
  }

  /** Sets two values that belong together; null and blank are refused. */
  <T> Settings both(
      String first, @Nullable T one, String second, @Nullable T two, BiConsumer<T, T> setter) {
    T left = present(first, one);
    names.put(words(first), full(first));
    set(second, full(second), present(second, two), right -> setter.accept(left, right));
    return this;
  }

  /** Refuses two properties that exclude each other, if both are there. */
  Settings either(String first, boolean one, String second, boolean two) {
    if (one && two) {
      throw new VendorConfigurationException(
          full(second), "It excludes " + full(first) + ". Remove one of them.", null);
    }
    return this;
  }

  /** What the builder makes. Its refusal becomes one that names the property. */
  <C> C build(Supplier<C> build) {
    try {
      return build.get();
    } catch (IllegalArgumentException e) {
      throw new VendorConfigurationException(culprit(e), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The property that a message is about: builders begin theirs with the name of the setting, such
   * as "FIDCAR API key".
   */
  private String culprit(IllegalArgumentException e) {
    String message = words(String.valueOf(e.getMessage()));
    String subject = message.startsWith(vendor) ? message.substring(vendor.length()) : message;
    if (subject.startsWith("baseurl")) {
      // one vendor has two, and the message shows the URL
      return String.join(
          " or ",
          names.keySet().stream()
              .filter(name -> name.endsWith("baseurl"))
              .map(names::get)
              .toList());
    }
    return names.keySet().stream()
        .filter(subject::startsWith)
        .max(Comparator.comparing(String::length))
        .map(names::get)
        .orElse("forecourt." + vendor);
  }

  private <T> T present(String name, @Nullable T value) {
    if (value == null) {
      throw new VendorConfigurationException(full(name), "It is missing. Give it a value.", null);
    }
    if (value instanceof String text && text.isBlank()) {
      throw new VendorConfigurationException(
          full(name), "It is empty. Give it a value, or remove it.", null);
    }
    return value;
  }

  private <T> void set(String name, String property, T value, Consumer<T> setter) {
    names.put(words(name), property);
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw new VendorConfigurationException(property, String.valueOf(e.getMessage()), e);
    }
  }

  private String full(String name) {
    return "forecourt." + vendor + "." + name;
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
