package dev.forecourt.runtime;

import dev.forecourt.runtime.credentials.Key;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The environment variables of one vendor, for what its builder was not given. For vendor builders.
 * Holds no variable if {@code fromEnv()} was not called. Its {@code toString} shows no value.
 */
public final class Environment {
  private final String prefix;
  private final @Nullable Map<String, String> variables;
  private final Set<String> missing = new LinkedHashSet<>();

  Environment(String vendor, @Nullable Map<String, String> variables) {
    this.prefix = vendor.toUpperCase(Locale.ROOT) + "_";
    this.variables = variables;
  }

  /** Whether {@code fromEnv()} was called. */
  public boolean isAsked() {
    return variables != null;
  }

  /** Full name of a variable: {@code FIDCAR_API_KEY} for {@code API_KEY}. */
  public String name(String variable) {
    return prefix + variable;
  }

  /** The text of a variable; null if it is not set, or empty. */
  public @Nullable String value(String variable) {
    String text = variables == null ? null : variables.get(name(variable));
    return text == null || text.isBlank() ? null : text;
  }

  /** The key as it was given, else with the text of the variable, else not set. */
  public Key optional(Key given, String variable) {
    String text = given.isSet() ? null : value(variable);
    return text == null ? given : given.from(name(variable), text);
  }

  /** The same; {@link #refuseMissing} names the variable if the key is not set after all. */
  public Key required(Key given, String variable) {
    Key found = optional(given, variable);
    if (isAsked() && !found.isSet()) {
      missing.add(name(variable));
    }
    return found;
  }

  /** What is read from the text of a variable. A refusal then names the variable. */
  public <T> T read(String variable, String text, Function<String, T> reading) {
    try {
      return reading.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(name(variable) + ": " + e.getMessage(), e);
    }
  }

  /** A whole number from a variable; null if it is not set. */
  public @Nullable Long number(String variable) {
    String text = value(variable);
    if (text == null) {
      return null;
    }
    try {
      return Long.valueOf(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          name(variable) + " must be a whole number. Correct it, or remove it.");
    }
  }

  /** Notes that this variable is needed, for {@link #refuseMissing}. */
  public void need(String variable) {
    missing.add(name(variable));
  }

  /** Throws {@code IllegalArgumentException} that names all that is missing at once. */
  public void refuseMissing() {
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          (missing.size() == 1 ? "Environment variable " : "Environment variables ")
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " not set or empty. Set "
              + (missing.size() == 1 ? "it" : "them")
              + ", or give the same to the builder.");
    }
  }

  /** Names what is missing, without values. */
  @Override
  public String toString() {
    return "Environment{" + prefix + "*, missing=" + missing + "}";
  }
}
