package dev.forecourt.clients.corpus;

import dev.forecourt.runtime.encode.FilePart;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.OpenEnum;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** The smallest argument of a type that generated code takes. */
final class SmallestValue {
  private static final Map<Class<?>, Object> VALUES =
      Map.ofEntries(
          Map.entry(String.class, "x"),
          Map.entry(long.class, 1L),
          Map.entry(Long.class, 1L),
          Map.entry(int.class, 1),
          Map.entry(Integer.class, 1),
          Map.entry(Boolean.class, true),
          Map.entry(BigDecimal.class, BigDecimal.ONE),
          Map.entry(LocalDate.class, LocalDate.of(2026, 1, 31)),
          Map.entry(OffsetDateTime.class, OffsetDateTime.parse("2026-01-31T10:00:00Z")),
          Map.entry(List.class, List.of()),
          Map.entry(Map.class, Map.of("a", "x")),
          Map.entry(byte[].class, new byte[] {1}),
          Map.entry(FilePart.class, FilePart.of("a.bin", new byte[] {1})),
          Map.entry(Json.class, Json.object(Map.of("a", Json.of("x")))));

  private SmallestValue() {}

  static Object of(Class<?> type) throws ReflectiveOperationException {
    Object known = VALUES.get(type);
    if (known != null) {
      return known;
    }
    if (OpenEnum.class.isAssignableFrom(type)) {
      Class<?> value = type.getMethod("value").getReturnType();
      for (Method each : type.getMethods()) {
        if (each.getName().equals("of") && each.getParameterTypes()[0] == value) {
          return each.invoke(null, VALUES.get(value));
        }
      }
    }
    if (type.isInterface()) {
      Class<?> raw = type.getClassLoader().loadClass(type.getName() + "$OfJson");
      return raw.getConstructor(Json.class).newInstance(Json.object(Map.of()));
    }
    Object builder = type.getMethod("builder").invoke(null);
    return builder.getClass().getMethod("build").invoke(builder);
  }
}
