package dev.forecourt.runtime.json;

import java.lang.invoke.MethodHandles;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Finds the reader of a type, for {@link VendorJson} and the mappers of applications. Each type
 * adds its own when its class is initialised, so nothing is found by reflection.
 */
public final class Models {
  /** Hangs on the class of each model, and so goes with its class loader. */
  private static final ClassValue<AtomicReference<JsonReader<?>>> READERS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<JsonReader<?>> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private Models() {}

  /** Says how a type is read. Used by generated code. */
  public static <T> void add(Class<T> type, JsonReader<T> reader) {
    READERS.get(type).set(reader);
  }

  /**
   * The reader of this type. Throws {@code IllegalArgumentException} if we have none, as for an
   * interface such as {@link Model}.
   */
  @SuppressWarnings("unchecked") // added for this type
  public static <T> JsonReader<T> reader(Class<T> type) {
    JsonReader<?> reader = find(type);
    if (reader == null) {
      throw new IllegalArgumentException(
          "No reader for "
              + type.getName()
              + ". Expected a generated model, Json, LooseNumber or the like; name its class.");
    }
    return (JsonReader<T>) reader;
  }

  /** What {@code null} is as this type: null, or a value that says so. */
  public static @Nullable Object nullOf(Class<?> type) {
    try (JsonIn in = JsonIn.of("null", new DriftLog())) {
      in.start();
      return reader(type).read(in);
    }
  }

  private static @Nullable JsonReader<?> find(Class<?> type) {
    if (!JsonValue.class.isAssignableFrom(type)) {
      return null;
    }
    AtomicReference<JsonReader<?>> reader = READERS.get(type);
    if (reader.get() == null) {
      initialise(type);
    }
    return reader.get();
  }

  private static void initialise(Class<?> type) {
    try {
      MethodHandles.publicLookup().ensureInitialized(type);
    } catch (IllegalAccessException notPublic) {
      // then no generated type
    }
  }
}
