package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.json.OpenEnum;
import dev.forecourt.runtime.json.VendorJson;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Hands values of one parameter to an operation, without a client: nothing is ever sent. */
final class ParameterBounds {
  private final Class<?> service;
  private final String operation;
  private final String name;

  ParameterBounds(Class<?> service, String operation, String name) {
    this.service = service;
    this.operation = operation;
    this.name = letters(name);
  }

  /** Whether a value of JSON can be such an argument in Java, where a date is no text. */
  boolean isTextOrNumber() {
    return !type().getName().startsWith("java.time.");
  }

  private Class<?> type() {
    return optional()
        .<Class<?>>map(setter -> setter.getParameterTypes()[0])
        .orElseGet(() -> required().getParameterTypes()[position()]);
  }

  /** What refuses the value; null if it goes on towards the vendor. */
  @Nullable Throwable refusal(JsonNode value) throws Exception {
    Throwable thrown = catchThrowable(() -> hand(value));
    Throwable cause = thrown instanceof InvocationTargetException e ? e.getCause() : thrown;
    // a call that passes its checks asks for the connection, and there is none
    return cause instanceof NullPointerException ? null : cause;
  }

  private void hand(JsonNode value) throws Exception {
    Optional<Method> optional = optional();
    if (optional.isPresent()) {
      Method setter = optional.get();
      Object builder =
          setter.getDeclaringClass().getEnclosingClass().getMethod("builder").invoke(null);
      setter.invoke(builder, java(value, setter.getGenericParameterTypes()[0]));
      builder.getClass().getMethod("build").invoke(builder);
      return;
    }
    Method call = required();
    Object[] arguments = new Object[call.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = any(call.getParameterTypes()[i]);
    }
    arguments[position()] = java(value, call.getGenericParameterTypes()[position()]);
    Object bare = service.getConstructors()[0].newInstance((Object) null);
    call.invoke(bare, arguments);
  }

  /** The setter of an optional parameter. */
  private Optional<Method> optional() {
    return Arrays.stream(service.getDeclaredClasses())
        .filter(query -> query.getSimpleName().equalsIgnoreCase(operation + "Query"))
        .flatMap(query -> Arrays.stream(query.getDeclaredClasses()))
        .flatMap(builder -> Arrays.stream(builder.getDeclaredMethods()))
        .filter(setter -> Modifier.isPublic(setter.getModifiers()))
        .filter(setter -> setter.getParameterCount() == 1 && letters(setter.getName()).equals(name))
        .findFirst();
  }

  private Method required() {
    return Arrays.stream(service.getMethods())
        .filter(method -> method.getName().equals(operation))
        .filter(method -> position(method) >= 0)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No parameter " + name + " in " + operation));
  }

  private int position() {
    return position(required());
  }

  private int position(Method method) {
    for (int i = 0; i < method.getParameterCount(); i++) {
      if (letters(method.getParameters()[i].getName()).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  private static String letters(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
  }

  /** What the other parameters are given: a model is not looked into by a call. */
  private static Object any(Class<?> type) throws Exception {
    if (type == long.class) {
      return 1L;
    }
    if (type == int.class) {
      return 1;
    }
    if (type == String.class) {
      return "x";
    }
    if (OpenEnum.class.isAssignableFrom(type)) {
      return type.getFields()[0].get(null);
    }
    if (QueryParameters.class.isAssignableFrom(type)) {
      Object builder = type.getMethod("builder").invoke(null);
      return builder.getClass().getMethod("build").invoke(builder);
    }
    return VendorJson.read("{}", type);
  }

  private static Object java(JsonNode value, Type type) {
    if (type instanceof ParameterizedType list) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(each -> java(each, list.getActualTypeArguments()[0]))
          .toList();
    }
    if (type == Integer.class || type == int.class) {
      return value.intValue();
    }
    if (type == Long.class || type == long.class) {
      return value.longValue();
    }
    return type == String.class
        ? value.asText()
        : VendorJson.read(value.toString(), (Class<?>) type);
  }
}
