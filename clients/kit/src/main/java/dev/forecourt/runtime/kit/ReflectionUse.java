package dev.forecourt.runtime.kit;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was found by reflection.
 *
 * @param kind what was looked for: {@code class}, {@code members}, {@code method}, {@code field},
 *     {@code proxy}, {@code resource}, {@code service} or {@code bundle}
 * @param name the type, the interfaces of a proxy with commas between, or the path
 * @param member name of the method or field; {@code <init>} for a constructor, empty for none
 */
record ReflectionUse(String kind, String name, String member) {

  /** The methods of the JDK that find something. */
  static final Set<String> METHODS =
      Set.of(
          "forName",
          "get",
          "getBundle",
          "getClasses",
          "getConstructor",
          "getConstructors",
          "getDeclaredClasses",
          "getDeclaredConstructor",
          "getDeclaredConstructors",
          "getDeclaredField",
          "getDeclaredFields",
          "getDeclaredMethod",
          "getDeclaredMethods",
          "getField",
          "getFields",
          "getMethod",
          "getMethods",
          "getRecordComponents",
          "getResource",
          "getResourceAsStream",
          "getResources",
          "invoke",
          "load",
          "newInstance",
          "newProxyInstance",
          "set");

  /** What a call of one of these methods looks for. */
  static ReflectionUse of(String method, @Nullable Object self, Object[] arguments) {
    String name = method.substring(method.lastIndexOf('.') + 1);
    if (self instanceof Member found) {
      return of(found);
    }
    if (self instanceof Class<?> type) {
      return of(type, name, arguments);
    }
    return switch (name) {
      case "forName" -> new ReflectionUse("class", String.valueOf(arguments[0]), "");
      case "newProxyInstance" ->
          new ReflectionUse(
              "proxy",
              Arrays.stream((Class<?>[]) arguments[1])
                  .map(Class::getName)
                  .collect(Collectors.joining(",")),
              "");
      case "load" ->
          new ReflectionUse(
              "service",
              Arrays.stream(arguments)
                  .filter(Class.class::isInstance)
                  .map(type -> ((Class<?>) type).getName())
                  .collect(Collectors.joining()),
              "");
      case "getBundle" -> new ReflectionUse("bundle", String.valueOf(arguments[0]), "");
      default -> new ReflectionUse("resource", String.valueOf(arguments[0]), "");
    };
  }

  private static ReflectionUse of(Member found) {
    String type = found.getDeclaringClass().getName();
    if (found instanceof Field) {
      return new ReflectionUse("field", type, found.getName());
    }
    return new ReflectionUse(
        "method", type, found instanceof Constructor ? "<init>" : ((Method) found).getName());
  }

  private static ReflectionUse of(Class<?> type, String name, Object[] arguments) {
    return switch (name) {
      case "getMethod", "getDeclaredMethod" ->
          new ReflectionUse("method", type.getName(), String.valueOf(arguments[0]));
      case "getField", "getDeclaredField" ->
          new ReflectionUse("field", type.getName(), String.valueOf(arguments[0]));
      case "getConstructor", "getDeclaredConstructor", "newInstance" ->
          new ReflectionUse("method", type.getName(), "<init>");
      case "getResource", "getResourceAsStream" ->
          new ReflectionUse("resource", path(type, String.valueOf(arguments[0])), "");
      default -> new ReflectionUse("members", type.getName(), "");
    };
  }

  private static String path(Class<?> type, String name) {
    return name.startsWith("/")
        ? name.substring(1)
        : type.getPackageName().replace('.', '/') + "/" + name;
  }

  /** Whether a type of a client or of the runtime was looked at. */
  boolean isOfOurs() {
    return name.startsWith("dev.forecourt.") && !isOfTests();
  }

  /** Whether a type of the tests was looked at, which no JAR holds. */
  boolean isOfTests() {
    try {
      return name.startsWith("dev.forecourt.")
          && ReflectionTracer.isOfTests(
              Class.forName(name, false, ReflectionUse.class.getClassLoader()));
    } catch (ClassNotFoundException none) {
      return false;
    }
  }

  String line() {
    return kind + " " + name + (member.isEmpty() ? "" : " " + member);
  }

  static ReflectionUse parse(String line) {
    List<String> parts = List.of(line.split(" ", 3));
    return new ReflectionUse(parts.get(0), parts.get(1), parts.size() == 3 ? parts.get(2) : "");
  }
}
