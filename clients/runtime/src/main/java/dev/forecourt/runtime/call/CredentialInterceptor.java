package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Secured;
import dev.forecourt.runtime.credentials.Credential;
import feign.RequestTemplate;
import feign.interceptor.Invocation;
import feign.interceptor.MethodInterceptor;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Applies the credentials that the contract gives an operation, and no others, to each request
 * anew; and before them the headers of the call.
 */
final class CredentialInterceptor implements MethodInterceptor {
  private final String vendor;
  private final Map<String, Credential> credentials;
  private final Map<Method, List<Credential>> known = new ConcurrentHashMap<>();

  CredentialInterceptor(String vendor, Map<String, Credential> credentials) {
    this.vendor = vendor;
    this.credentials = Map.copyOf(credentials);
  }

  @Override
  public Object intercept(Invocation invocation, Chain chain) throws Throwable {
    RequestTemplate template = invocation.requestTemplate();
    Attempt attempt = attempt(invocation.arguments());
    if (attempt != null) {
      attempt.headers().forEach((name, value) -> replaceHeader(template, name, value));
    }
    List<Credential> applied =
        known.computeIfAbsent(template.methodMetadata().method(), this::credentials);
    applied.forEach(credential -> credential.apply(template));
    if (attempt != null) {
      attempt.secured(template, applied);
    }
    return chain.next(invocation);
  }

  private static @Nullable Attempt attempt(Object[] arguments) {
    return arguments != null
            && arguments.length > 0
            && arguments[arguments.length - 1] instanceof Attempt attempt
        ? attempt
        : null;
  }

  private static void replaceHeader(RequestTemplate template, String name, String value) {
    template.removeHeader(name);
    template.headerLiteral(name, value);
  }

  private List<Credential> credentials(Method method) {
    Secured secured = method.getAnnotation(Secured.class);
    if (secured == null || secured.value().length == 0) {
      return List.of();
    }
    List<List<String>> possible =
        Arrays.stream(secured.value())
            .map(schemes -> Arrays.stream(schemes.split(" ")).filter(s -> !s.isEmpty()).toList())
            .filter(credentials.keySet()::containsAll)
            .toList();
    if (possible.isEmpty()) {
      throw new IllegalStateException(
          "%s %s needs %s, and the client has %s. Give the credential to the builder."
              .formatted(
                  vendor,
                  method.getName(),
                  String.join(" or ", secured.value()),
                  credentials.isEmpty()
                      ? "none"
                      : String.join(" ", new TreeSet<>(credentials.keySet()))));
    }
    // all that the caller has and the operation takes: which alternative a vendor prefers is
    // unknown
    return possible.stream().flatMap(List::stream).distinct().map(credentials::get).toList();
  }
}
