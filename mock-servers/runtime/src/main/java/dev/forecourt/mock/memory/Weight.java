package dev.forecourt.mock.memory;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * About how many bytes of heap a value takes: what it is made of, counted as a 64-bit JVM with
 * short references lays it out. What is shared is counted as often as it is seen, but for the names
 * of members.
 */
public final class Weight {

  private static final int OBJECT = 16;
  private static final int REFERENCE = 4;
  private static final int TEXT = 48;
  private static final int NUMBER = 24;
  private static final int TIME = 64;
  private static final int BIG_NUMBER = 104;
  private static final int MAP = 56;
  private static final int MAP_ENTRY = 56;
  private static final int LIST = 48;
  private static final int MEMBER = 8;

  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          return Shape.of(type);
        }
      };

  private Weight() {}

  /** Of a value made of records, maps, lists, sets of names, texts, numbers, times and the like. */
  public static long of(@Nullable Object value) {
    if (value == null || value instanceof Boolean || value instanceof Enum<?>) {
      return 0;
    }
    if (value instanceof String text) {
      return of(text);
    }
    if (value instanceof Record row) {
      return record(row);
    }
    if (value instanceof Map<?, ?> map) {
      long bytes = MAP;
      for (Map.Entry<?, ?> each : map.entrySet()) {
        // names of members are shared
        bytes += MAP_ENTRY + of(each.getValue());
      }
      return bytes;
    }
    if (value instanceof Set<?> names) {
      // of members that an answer record leaves out: a table twice as long as they are many
      return LIST + 2L * REFERENCE * names.size();
    }
    if (value instanceof Collection<?> items) {
      long bytes = LIST;
      for (Object each : items) {
        bytes += REFERENCE + of(each);
      }
      return bytes;
    }
    if (value instanceof BigDecimal || value instanceof BigInteger) {
      return BIG_NUMBER;
    }
    return value instanceof byte[] bytes
        ? OBJECT + bytes.length
        : value instanceof Temporal ? TIME : NUMBER;
  }

  /** Of a text: a byte for each character, or two where one of them is not Latin. */
  public static long of(@Nullable String text) {
    if (text == null) {
      return 0;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 0xff) {
        return TEXT + 2L * text.length();
      }
    }
    return TEXT + text.length();
  }

  private static long record(Record row) {
    Shape shape = SHAPES.get(row.getClass());
    long bytes = shape.fixed;
    try {
      for (MethodHandle each : shape.parts) {
        bytes += of((Object) each.invokeExact((Object) row));
      }
    } catch (Throwable e) {
      throw new IllegalStateException("Cannot weigh " + row.getClass(), e);
    }
    return bytes;
  }

  /**
   * Of a type of records. By handles: of methods that are called by reflection the JVM makes a
   * class each, which took a third of the time of a start.
   *
   * @param fixed bytes that each record has
   * @param parts what differs from one to the other
   */
  private record Shape(long fixed, MethodHandle[] parts) {

    private static final MethodType PART = MethodType.methodType(Object.class, Object.class);

    static Shape of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      List<MethodHandle> parts = new ArrayList<>(components.length);
      long fixed = OBJECT + (long) MEMBER * components.length;
      for (RecordComponent each : components) {
        if (each.getType().isPrimitive()) {
          fixed += each.getType() == boolean.class ? 0 : NUMBER;
        } else {
          parts.add(part(each.getAccessor()));
        }
      }
      return new Shape(fixed, parts.toArray(MethodHandle[]::new));
    }

    private static MethodHandle part(Method accessor) {
      try {
        accessor.setAccessible(true);
        return MethodHandles.lookup().unreflect(accessor).asType(PART);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("Cannot read " + accessor, e);
      }
    }
  }
}
