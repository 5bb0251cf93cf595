package dev.forecourt.runtime.call;

import feign.Contract;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes requests from generated Feign interfaces, and sends none of them: Feign's contract reads
 * the annotations, a {@link RequestPlan} fills in the arguments, and what follows is the business
 * of {@link CallLoop}.
 *
 * <p>So nothing of Feign's is used that its versions disagree about, and no exception or log of
 * Feign's ever sees a credential. Used by generated code.
 */
public final class FeignRequests {

  private FeignRequests() {}

  /** An implementation of a generated interface, whose methods answer {@link PreparedRequest}s. */
  @SuppressWarnings("deprecation") // older ones do not have what replaces Contract.Default
  public static <T> T of(Class<T> type) {
    Map<Method, RequestPlan> plans = new HashMap<>();
    new Contract.Default()
        .parseAndValidateMetadata(type)
        .forEach(method -> plans.put(method.method(), RequestPlan.of(method)));
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              RequestPlan plan = plans.get(method);
              return plan == null ? ofObject(type, proxy, method, arguments) : plan.fill(arguments);
            }));
  }

  private static Object ofObject(Class<?> type, Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> "FeignRequests{" + type.getSimpleName() + "}";
    };
  }
}
