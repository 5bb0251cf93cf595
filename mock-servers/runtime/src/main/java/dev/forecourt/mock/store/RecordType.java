package dev.forecourt.mock.store;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
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
    return read(FieldPlace.ROW, members);
  }

  /** Reads a record at a place in a row. */
  T read(FieldPlace place, Map<String, @Nullable Object> members) {
    Shape<T> known = shape();
    @Nullable Object[] arguments = new Object[known.members.length];
    int found = 0;
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = members.get(known.members[i].name);
      found += arguments[i] != null || members.containsKey(known.members[i].name) ? 1 : 0;
    }
    if (found < members.size()) {
      refuseUnknown(place, known, members);
    }
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = known.members[i].read(place, arguments[i]);
    }
    return create(place, known.constructor, arguments);
  }

  private static void refuseUnknown(
      FieldPlace place, Shape<?> known, Map<String, @Nullable Object> members) {
    for (String name : members.keySet()) {
      if (!known.accessors.containsKey(name)) {
        throw RowProblem.unknown(place.prefix(), name, known.accessors.keySet());
      }
    }
  }

  private static <T> T create(
      FieldPlace place, Constructor<T> constructor, @Nullable Object[] arguments) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        String where = place == FieldPlace.ROW ? "" : "field '" + place + "': ";
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

  /** A component, with what is asked of its type for each row found out once. */
  private record Member(
      String name, boolean nullable, @Nullable Class<?> plain, AnnotatedType type) {

    static Member of(RecordComponent component) {
      AnnotatedType type = component.getAnnotatedType();
      return new Member(
          component.getName(),
          type.isAnnotationPresent(Nullable.class),
          type.getType() instanceof Class<?> plain ? plain : null,
          type);
    }

    @Nullable Object read(FieldPlace row, @Nullable Object json) {
      if (json == null && nullable) {
        return null;
      }
      Object scalar = json == null || plain == null ? null : MemberType.scalar(plain, json);
      if (scalar != null) {
        return scalar;
      }
      FieldPlace place = row.field(name);
      if (json == null) {
        throw MemberType.missing(place);
      }
      return plain == null
          ? MemberType.read(place, type, json)
          : MemberType.one(place, plain, json);
    }
  }

  private record Shape<T>(
      Constructor<T> constructor, Member[] members, Map<String, Method> accessors) {

    static <T> Shape<T> of(Class<T> type) {
      RecordComponent[] components = type.getRecordComponents();
      Member[] members = new Member[components.length];
      Class<?>[] types = new Class<?>[components.length];
      Map<String, Method> accessors = new LinkedHashMap<>();
      for (int i = 0; i < components.length; i++) {
        RecordComponent each = components[i];
        members[i] = Member.of(each);
        types[i] = each.getType();
        Method accessor = each.getAccessor();
        accessor.setAccessible(true);
        accessors.put(each.getName(), accessor);
      }
      try {
        Constructor<T> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return new Shape<>(constructor, members, accessors);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException("A record without its constructor: " + type, e);
      }
    }
  }
}
