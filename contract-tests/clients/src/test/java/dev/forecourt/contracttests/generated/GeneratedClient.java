package dev.forecourt.contracttests.generated;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.paging.Pages;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A client that no test knows by its class: called by the names of its contract. */
final class GeneratedClient implements AutoCloseable {

  private final VendorClient client;

  private GeneratedClient(VendorClient client) {
    this.client = client;
  }

  /**
   * The client of a vendor, with the credentials of its stub.
   *
   * @param basePath what to leave out of the paths that it sends: as a pact has them
   */
  static GeneratedClient of(String vendor, String url, String basePath)
      throws ReflectiveOperationException {
    String type = vendor.substring(0, 1).toUpperCase(Locale.ROOT) + vendor.substring(1);
    Class<?> client = Class.forName("dev.forecourt." + vendor + "." + type + "Client");
    VendorClientBuilder<?> builder =
        (VendorClientBuilder<?>) client.getMethod("builder").invoke(null);
    builder.fromEnv(variables(vendor)).baseUrl(url);
    builder.aroundTransport(next -> request -> next.send(without(basePath, request)));
    return new GeneratedClient(
        (VendorClient) builder.getClass().getMethod("build").invoke(builder));
  }

  /**
   * Calls the shortest form of an operation. Throws {@link NotCallable} if a parameter is of a type
   * that is not made from text or JSON here.
   */
  void call(String operation, List<String> parameters, @Nullable JsonNode body) throws Exception {
    for (Object service : services()) {
      Method method = shortest(service, operation);
      if (method != null) {
        try {
          Object result = method.invoke(service, arguments(method, parameters, body));
          if (result instanceof Pages<?, ?> pages) {
            // asked for when it is needed, not before
            pages.firstPage();
          }
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception failure ? failure : e;
        }
        return;
      }
    }
    throw new AssertionError("No service of " + client + " has a method " + operation);
  }

  /** The body as the client sends it: without what only the vendor sets. */
  @Nullable String sent(String operation, @Nullable JsonNode body) throws Exception {
    if (body == null) {
      return null;
    }
    for (Object service : services()) {
      Method method = shortest(service, operation);
      if (method != null) {
        Type[] types = method.getGenericParameterTypes();
        return new String(
            VendorJson.request(model(types[types.length - 1], body)), StandardCharsets.UTF_8);
      }
    }
    return body.toString();
  }

  @Override
  public void close() {
    client.close();
  }

  private static WireRequest without(String basePath, WireRequest request) {
    String path = request.uri().getRawPath();
    if (basePath.isEmpty() || !path.startsWith(basePath + "/")) {
      return request;
    }
    String query = request.uri().getRawQuery();
    return new WireRequest(
        request.method(),
        request
            .uri()
            .resolve(path.substring(basePath.length()) + (query == null ? "" : "?" + query)),
        request.headers(),
        request.body(),
        request.timeout());
  }

  private static Map<String, String> variables(String vendor) {
    Map<String, String> credentials = Vendors.named(vendor).testCredentials();
    Map<String, String> variables = new LinkedHashMap<>();
    credentials.forEach(
        (name, value) -> {
          // it brings a token: fetching one is no call of the contract
          if (!name.matches("(.*_)?client_(id|secret)")) {
            variables.put((vendor + "_" + name).toUpperCase(Locale.ROOT), value);
          }
        });
    return variables;
  }

  private List<Object> services() throws ReflectiveOperationException {
    String api = client.getClass().getPackageName() + ".api";
    Stream<Method> accessors =
        Arrays.stream(client.getClass().getMethods())
            .filter(each -> each.getReturnType().getPackageName().equals(api));
    List<Object> services = new ArrayList<>();
    for (Method each : accessors.toList()) {
      services.add(each.invoke(client));
    }
    return services;
  }

  private static @Nullable Method shortest(Object service, String operation) {
    return Arrays.stream(service.getClass().getMethods())
        .filter(each -> each.getName().equals(operation))
        .min(Comparator.comparingInt(Method::getParameterCount))
        .orElse(null);
  }

  private static Object[] arguments(
      Method method, List<String> parameters, @Nullable JsonNode body) {
    Type[] types = method.getGenericParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      boolean last = i == types.length - 1;
      if (last && body != null) {
        arguments[i] = model(types[i], body);
      } else if (i < parameters.size()) {
        arguments[i] = value(types[i], parameters.get(i));
      } else {
        throw new NotCallable(method + " wants more than " + parameters);
      }
    }
    return arguments;
  }

  private static Object model(Type declared, JsonNode body) {
    if (declared instanceof ParameterizedType list && list.getRawType() == List.class) {
      return body.valueStream().map(each -> model(list.getActualTypeArguments()[0], each)).toList();
    }
    if (declared instanceof ParameterizedType map && map.getRawType() == Map.class) {
      Map<String, Object> members = new LinkedHashMap<>();
      body.properties()
          .forEach(
              each ->
                  members.put(
                      each.getKey(), model(map.getActualTypeArguments()[1], each.getValue())));
      return members;
    }
    if (declared == String.class && body.isTextual()) {
      return body.textValue();
    }
    if (declared instanceof Class<?> type) {
      return VendorJson.read(body.toString(), type);
    }
    throw new NotCallable("no " + declared + " is made of JSON here");
  }

  private static Object value(Type declared, String text) {
    if (declared instanceof ParameterizedType list && list.getRawType() == List.class) {
      return List.of(value(list.getActualTypeArguments()[0], text));
    }
    if (declared instanceof Class<?> type) {
      return value(type, text);
    }
    throw new NotCallable("no " + declared + " is made of text here");
  }

  private static Object value(Class<?> type, String text) {
    if (type == String.class) {
      return text;
    }
    if (type == int.class || type == Integer.class) {
      return Integer.valueOf(text);
    }
    if (type == long.class || type == Long.class) {
      return Long.valueOf(text);
    }
    if (type == boolean.class || type == Boolean.class) {
      return Boolean.valueOf(text);
    }
    if (type == BigDecimal.class) {
      return new BigDecimal(text);
    }
    if (type == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (type == OffsetDateTime.class) {
      return OffsetDateTime.parse(text);
    }
    if (type == UUID.class) {
      return UUID.fromString(text);
    }
    try {
      return type.getMethod("of", String.class).invoke(null, text);
    } catch (ReflectiveOperationException e) {
      throw new NotCallable("no " + type.getName() + " is made of text here");
    }
  }

  /** A method that wants what is not made here. */
  static final class NotCallable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCallable(String message) {
      super(message);
    }
  }
}
