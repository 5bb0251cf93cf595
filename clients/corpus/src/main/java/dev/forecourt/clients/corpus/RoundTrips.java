package dev.forecourt.clients.corpus;

import dev.forecourt.runtime.call.VendorResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Calls each operation of a client once, with all of its arguments, and reads an answer that its
 * contract allows.
 *
 * @param operations how many there are
 * @param failed those that said no: their request did not go out, or their answer was not read
 * @param wrong those that said yes, but lost something of request or answer
 */
record RoundTrips(int operations, List<String> failed, List<String> wrong) {
  private static final String CLIENT = "dev.forecourt.acme.AcmeClient";

  static RoundTrips of(GeneratedClient generated, Path contract) {
    Map<String, Described> described = Described.of(contract);
    Set<String> lacking = new LinkedHashSet<>(described.keySet());
    List<String> failed = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Recorder wire = new Recorder();
    int operations = 0;
    try {
      Object client = client(generated.load(), wire);
      for (Method service : client.getClass().getDeclaredMethods()) {
        if (service.getReturnType().getName().endsWith("Service")) {
          Object called = service.invoke(client);
          Object raw = called.getClass().getMethod("withRawResponse").invoke(called);
          for (Method operation : operations(raw.getClass())) {
            operations++;
            String id = id(operation.getName(), described.keySet());
            lacking.remove(id);
            call(raw, operation, described.get(id), wire, failed, wrong);
          }
        }
      }
    } catch (ReflectiveOperationException | LinkageError e) {
      failed.add("no client: " + rootOf(e));
    }
    lacking.forEach(each -> failed.add(each + ": the client lacks it"));
    return new RoundTrips(operations + lacking.size(), failed, wrong);
  }

  /** Of the operation that a method calls: {@code createAsForm} is another way to create. */
  private static String id(String method, Set<String> ids) {
    String id = Described.plain(method);
    return ids.contains(id) ? id : Described.plain(method.replaceAll("As[A-Z][a-z]+$", ""));
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
        .sorted(Comparator.comparing(Method::getParameterCount))
        .forEach(each -> operations.put(each.getName(), each));
    return List.copyOf(operations.values());
  }

  private static void call(
      Object service,
      Method operation,
      Described described,
      Recorder wire,
      List<String> failed,
      List<String> wrong) {
    String name = operation.getName() + ": ";
    if (described == null) {
      failed.add(name + "the contract calls it otherwise");
      return;
    }
    try {
      Object[] arguments = new Arguments(described).of(operation);
      Echo echo = new Echo(described);
      wire.usually(() -> echo.answer(wire));
      VendorResponse<?> response = (VendorResponse<?>) operation.invoke(service, arguments);
      String lost = echo.lost(wire.last(), response);
      if (!lost.isEmpty()) {
        wrong.add(name + lost);
      }
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      failed.add(name + rootOf(e));
    }
  }

  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
