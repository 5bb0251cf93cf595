package dev.forecourt.runtime.json;

import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON value as a type: {@code Dealership::read}.
 *
 * @param <T> what the JSON becomes
 */
@FunctionalInterface
public interface JsonReader<T> {

  /** The value; null if the JSON is null or of another type, which {@link JsonIn} then notes. */
  @Nullable T read(JsonIn in);
}
