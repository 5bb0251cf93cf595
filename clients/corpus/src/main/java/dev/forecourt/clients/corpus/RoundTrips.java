package dev.forecourt.clients.corpus;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls each operation of a client once, with the smallest arguments, and reads a small answer.
 *
 * @param operations how many there are
 * @param failed what was wrong with those whose request did not go out, or whose answer was not
 *     read
 */
record RoundTrips(int operations, List<String> failed) {
  private static final String CLIENT = "dev.forecourt.acme.AcmeClient";
  private static final Set<String> OURS = Set.of("with", "withRawResponse", "async");

  static RoundTrips of(GeneratedClient generated) {
    Recorder wire = new Recorder();
    List<String> failed = new ArrayList<>();
    int operations = 0;
    try {
      Object client = client(generated.load(), wire);
      for (Method service : client.getClass().getDeclaredMethods()) {
        if (service.getReturnType().getName().endsWith("Service")) {
          Object called = service.invoke(client);
          for (Method operation : operations(called.getClass())) {
            operations++;
            String fault = call(called, operation, wire);
            if (!fault.isEmpty()) {
              failed.add(operation.getName() + ": " + fault);
            }
          }
        }
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      failed.add("no client: " + rootOf(e));
    }
    return new RoundTrips(operations, failed);
  }

  private static Object client(ClassLoader classes, Recorder wire)
      throws ReflectiveOperationException {
    Class<?> type = classes.loadClass(CLIENT);
    Object builder = type.getMethod("builder").invoke(null);
    for (Method each : builder.getClass().getDeclaredMethods()) {
      boolean texts = Arrays.stream(each.getParameterTypes()).allMatch(String.class::equals);
      boolean settable = Modifier.isPublic(each.getModifiers()) && !each.isSynthetic();
      if (texts && settable && each.getParameterCount() > 0 && !each.getName().endsWith("Url")) {
        each.invoke(builder, Arrays.stream(each.getParameterTypes()).map(p -> "k").toArray());
      }
    }
    Method transport =
        builder.getClass().getMethod("transport", dev.forecourt.runtime.http.Transport.class);
    transport.invoke(builder, wire);
    return builder.getClass().getMethod("build").invoke(builder);
  }

  /** Each once, with its optional parameters where it has some. */
  private static List<Method> operations(Class<?> service) {
    Map<String, Method> operations = new LinkedHashMap<>();
    Arrays.stream(service.getDeclaredMethods())
        .filter(each -> Modifier.isPublic(each.getModifiers()) && !each.isSynthetic())
        .filter(each -> !OURS.contains(each.getName()))
        .sorted(Comparator.comparing(Method::getParameterCount))
        .forEach(each -> operations.put(each.getName(), each));
    return List.copyOf(operations.values());
  }

  private static String call(Object service, Method operation, Recorder wire)
      throws ReflectiveOperationException {
    Object[] arguments = new Object[operation.getParameterCount()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = SmallestValue.of(operation.getParameterTypes()[i]);
    }
    int before = wire.requests().size();
    wire.answering(answer(operation));
    try {
      Object answer = operation.invoke(service, arguments);
      if (answer instanceof dev.forecourt.runtime.paging.Pages<?, ?> pages) {
        pages.firstPage();
      }
    } catch (InvocationTargetException | RuntimeException e) {
      Throwable root = rootOf(e);
      // a rule of the contract that the smallest arguments break: nothing was wrong
      return root instanceof IllegalArgumentException ? "" : root.toString();
    }
    if (wire.requests().stream().skip(before).noneMatch(each -> true)) {
      return "nothing was sent";
    }
    return wire.line().contains("%7B") ? "sent " + wire.line() : "";
  }

  /** JSON, which serves for text as well. */
  private static String answer(Method operation) {
    String type = operation.getGenericReturnType().getTypeName();
    if (type.startsWith("java.util.List")
        || type.startsWith("dev.forecourt.runtime.paging.Pages<java.util.List")) {
      return "[]";
    }
    return switch (type) {
      case "java.lang.String" -> "\"x\"";
      case "java.lang.Long", "java.lang.Integer", "java.math.BigDecimal" -> "1";
      case "java.lang.Boolean" -> "true";
      case "java.time.LocalDate" -> "\"2026-01-31\"";
      case "java.time.OffsetDateTime" -> "\"2026-01-31T10:00:00Z\"";
      default -> isEnumeration(operation.getReturnType()) ? "\"x\"" : "{}";
    };
  }

  private static boolean isEnumeration(Class<?> type) {
    return dev.forecourt.runtime.json.OpenEnum.class.isAssignableFrom(type);
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
