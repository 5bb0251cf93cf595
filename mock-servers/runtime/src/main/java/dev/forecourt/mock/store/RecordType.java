package dev.forecourt.mock.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that are records. Looks at the class when it is first used, not when a stub starts. */
final class RecordType<T> implements RowType<T> {

  private static final ClassValue<RecordType<?>> NESTED =
      new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
          return new RecordType<>(type);
        }
      };

  private final Class<T> type;
  private @Nullable Shape<T> shape;

  RecordType(Class<T> type) {
    this.type = type;
  }

  /** Of a record inside a row. */
  static RecordType<?> nested(Class<?> type) {
    return NESTED.get(type);
  }

  @Override
  public Map<String, @Nullable Object> write(T row) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    shape().accessors.forEach((name, accessor) -> members.put(name, get(accessor, row)));
    return members;
  }

  /** The same of a record whose type is not known. */
  Map<String, @Nullable Object> writeAny(Object row) {
    return write(type.cast(row));
  }

  @Override
  public T read(Map<String, @Nullable Object> members) {
    return read("", members);
  }

  /** Reads a record at a place in a row. */
  T read(String place, Map<String, @Nullable Object> members) {
    Shape<T> known = shape();
    // loops, not streams: a file may hold hundreds of thousands of rows
    @Nullable Object[] arguments = new Object[known.types.size()];
    refuseUnknown(place, members.keySet(), known);
    int at = 0;
    for (Map.Entry<String, AnnotatedType> each : known.types.entrySet()) {
      String name = each.getKey();
      arguments[at++] =
          MemberType.read(
              place.isEmpty() ? name : place + name, each.getValue(), members.get(name));
    }
    return create(place, known.constructor, arguments);
  }

  private static void refuseUnknown(String place, Set<String> names, Shape<?> known) {
    for (String name : names) {
      if (!known.types.containsKey(name)) {
        throw RowProblem.unknown(place, name, known.types.keySet());
      }
    }
  }

  private static <T> T create(
      String place, Constructor<T> constructor, @Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        String where = place.isEmpty() ? "" : "field '" + place.replaceAll("\\.$", "") + "': ";
        throw new RowProblem(where + refused.getMessage());
      }
      throw new IllegalStateException("Cannot make " + constructor, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + constructor, e);
    }
  }

  private static @Nullable Object get(Method accessor, Object row) {
    try {
      return MemberType.write(accessor.invoke(row));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot read " + accessor, e);
    }
  }

  // two threads may both look: with the same result
  private Shape<T> shape() {
    Shape<T> known = shape;
    if (known == null) {
      known = Shape.of(type);
      shape = known;
    }
    return known;
  }

  private record Shape<T>(
      Constructor<T> constructor, Map<String, AnnotatedType> types, Map<String, Method> accessors) {

    static <T> Shape<T> of(Class<T> type) {
      RecordComponent[] components = type.getRecordComponents();
      Map<String, AnnotatedType> types = new LinkedHashMap<>();
      Map<String, Method> accessors = new LinkedHashMap<>();
      for (RecordComponent each : components) {
        types.put(each.getName(), each.getAnnotatedType());
        Method accessor = each.getAccessor();
        accessor.setAccessible(true);
        accessors.put(each.getName(), accessor);
      }
      try {
        Constructor<T> constructor =
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        constructor.setAccessible(true);
        return new Shape<>(constructor, types, accessors);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("A record without its constructor: " + type, e);
      }
    }
  }
}
