package dev.forecourt.clients.normalizer;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.model.ApiInfoMap;
import org.openapitools.codegen.model.OperationsMap;

/** What {@code client.mustache} needs to know of a contract: services, credentials, errors. */
final class ClientData {
  /** What the client and its builder name themselves. */
  private static final Set<String> TAKEN =
      Set.of(
          "aroundTransport",
          "baseUrl",
          "build",
          "builder",
          "clock",
          "close",
          "connectTimeout",
          "connection",
          "credentials",
          "environment",
          "equals",
          "executor",
          "fromEnv",
          "getClass",
          "gzip",
          "hashCode",
          "header",
          "http2",
          "jitter",
          "limiter",
          "listener",
          "maxResponseSize",
          "notify",
          "notifyAll",
          "profile",
          "proxy",
          "proxyLogin",
          "query",
          "readTimeout",
          "retries",
          "self",
          "sleeper",
          "sslContext",
          "toString",
          "tokenBaseUrl",
          "tokenStore",
          "transport",
          "userAgent",
          "wait",
          "withoutToken");

  private final OpenAPI contract;
  private final String id;

  ClientData(OpenAPI contract, String id) {
    this.contract = contract;
    this.id = id;
  }

  void addTo(Map<String, Object> bundle) {
    bundle.put("clientId", id);
    bundle.put("clientName", name());
    bundle.put("clientVariable", id.toUpperCase(Locale.ROOT));
    bundle.put("clientTitle", Javadoc.escaped(contract.getInfo().getTitle()));
    bundle.put("errorReader", errors());
    List<Map<String, Object>> services = services(bundle);
    bundle.put("services", services);
    bundle.put("hasServices", !services.isEmpty());
    Object models = bundle.get("models");
    bundle.put("hasModels", models instanceof List<?> list && !list.isEmpty());
    List<Map<String, Object>> schemes = schemes();
    bundle.put("schemes", schemes);
    bundle.put("variablesShown", variables(schemes));
    bundle.put("hasSchemes", !schemes.isEmpty());
    bundle.put("fetchesTokens", schemes.stream().anyMatch(each -> each.containsKey("isGrant")));
  }

  /** {@code ACME_API_KEY} and the like. */
  private String variables(List<Map<String, Object>> schemes) {
    StringBuilder shown = new StringBuilder();
    String prefix = id.toUpperCase(Locale.ROOT) + "_";
    schemes.forEach(
        scheme ->
            ((List<?>) scheme.get("variables"))
                .forEach(each -> shown.append("{@code " + prefix + each + "}, ")));
    return shown + "{@code " + prefix + "BASE_URL}";
  }

  private String name() {
    return Character.toUpperCase(id.charAt(0)) + id.substring(1);
  }

  private List<Map<String, Object>> services(Map<String, Object> bundle) {
    List<Map<String, Object>> services = new ArrayList<>();
    Set<String> taken = new HashSet<>(TAKEN);
    for (OperationsMap api : ((ApiInfoMap) bundle.get("apiInfo")).getApis()) {
      String type = api.getOperations().getClassname();
      String stem = type.substring(0, type.length() - "Service".length());
      Map<String, Object> service = new LinkedHashMap<>();
      service.put("type", type);
      service.put("name", name(stem, taken));
      service.put("words", words(stem));
      services.add(service);
    }
    return services;
  }

  private static String name(String text, Set<String> taken) {
    String lower = Character.toLowerCase(text.charAt(0)) + text.substring(1);
    boolean free = javax.lang.model.SourceVersion.isName(lower) && !taken.contains(lower);
    String base = free ? lower : lower + "Operations";
    String name = base;
    for (int number = 2; !taken.add(name); number++) {
      name = base + number;
    }
    return name;
  }

  private String words(String tag) {
    String words =
        contract.getTags() == null
            ? ""
            : contract.getTags().stream()
                .filter(each -> each.getName().equals(tag))
                .map(each -> each.getDescription() == null ? "" : each.getDescription())
                .findFirst()
                .orElse("");
    return words.isBlank() ? "Operations of " + tag + "." : Javadoc.escaped(words);
  }

  private List<Map<String, Object>> schemes() {
    List<Map<String, Object>> all = new ArrayList<>();
    Map<String, SecurityScheme> schemes =
        contract.getComponents().getSecuritySchemes() == null
            ? Map.of()
            : contract.getComponents().getSecuritySchemes();
    Set<String> taken = new HashSet<>(TAKEN);
    long several = schemes.values().stream().filter(ClientData::isSent).count();
    schemes.forEach(
        (name, scheme) -> {
          if (isSent(scheme)) {
            boolean only = several == 1;
            boolean required = only && isAlwaysAsked(name);
            add(all, name, scheme, only, required, taken);
          }
        });
    return all;
  }

  private static boolean isSent(SecurityScheme scheme) {
    return scheme.getType() != null && scheme.getType() != SecurityScheme.Type.MUTUALTLS;
  }

  private boolean isAlwaysAsked(String scheme) {
    return contract.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .allMatch(operation -> isAsked(operation, scheme));
  }

  private static boolean isAsked(Operation operation, String scheme) {
    return operation.getSecurity() != null
        && !operation.getSecurity().isEmpty()
        && operation.getSecurity().stream().allMatch(each -> each.containsKey(scheme));
  }

  private void add(
      List<Map<String, Object>> all,
      String name,
      SecurityScheme scheme,
      boolean only,
      boolean required,
      Set<String> taken) {
    Map<String, Object> said = new LinkedHashMap<>();
    OAuthFlow grant = scheme.getFlows() == null ? null : scheme.getFlows().getClientCredentials();
    boolean fetched = grant != null && tokenUrl(grant) != null;
    boolean basic =
        scheme.getType() == SecurityScheme.Type.HTTP
            && "basic".equalsIgnoreCase(scheme.getScheme());
    if (fetched) {
      Map<String, Object> fetching = grant(name, grant, only, taken);
      if (saysForm(scheme)) {
        fetching.put("secretInForm", true);
      }
      all.add(fetching);
    }
    String stem = stem(name);
    if (basic) {
      said.put("isBasic", true);
      said.put("name", name(only ? "login" : stem, taken));
      said.put("variable", only ? "" : variable(stem) + "_");
      said.put(
          "variables", List.of(said.get("variable") + "USER", said.get("variable") + "PASSWORD"));
    } else {
      boolean key = scheme.getType() == SecurityScheme.Type.APIKEY;
      String usual = key ? "apiKey" : "token";
      said.put("isKey", true);
      said.put("name", name(only ? usual : fetched ? stem + "Token" : stem, taken));
      said.put("label", key ? "API key" : "token");
      said.put("factory", factory(scheme));
      String variable =
          only ? key ? "API_KEY" : "TOKEN" : variable(stem) + (fetched ? "_TOKEN" : "");
      said.put("variable", variable);
      said.put("variables", List.of(variable));
    }
    said.put("scheme", Literals.quoted(name));
    said.put("words", words(scheme, basic));
    if (required && !fetched) {
      said.put("required", true);
    }
    all.add(said);
  }

  /** Where the token endpoint takes no Basic authentication, which OAuth asks of all of them. */
  private static boolean saysForm(SecurityScheme scheme) {
    Map<String, Object> said = Objects.requireNonNullElse(scheme.getExtensions(), Map.of());
    return "client_secret_post".equals(said.get("x-token-endpoint-auth-method"));
  }

  /** Null if tokens cannot be fetched: the caller then gives one. */
  private @Nullable URI tokenUrl(OAuthFlow flow) {
    if (flow.getTokenUrl() == null) {
      return null;
    }
    try {
      URI url = URI.create(contract.getServers().get(0).getUrl() + "/").resolve(flow.getTokenUrl());
      return url.getHost() == null ? null : url;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private Map<String, Object> grant(String name, OAuthFlow flow, boolean only, Set<String> taken) {
    URI url = Objects.requireNonNull(tokenUrl(flow));
    Map<String, Object> said = new LinkedHashMap<>();
    String stem = stem(name);
    said.put("isGrant", true);
    said.put("name", name(only ? "clientCredentials" : stem, taken));
    said.put("scheme", Literals.quoted(name));
    said.put("tokenShown", "{@code " + url + "}");
    said.put("tokenHost", url.getScheme() + "://" + url.getRawAuthority());
    said.put(
        "tokenPath", url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    said.put("variable", only ? "" : variable(stem) + "_");
    said.put(
        "variables",
        List.of(said.get("variable") + "CLIENT_ID", said.get("variable") + "CLIENT_SECRET"));
    return said;
  }

  private static String factory(SecurityScheme scheme) {
    if (scheme.getType() == SecurityScheme.Type.APIKEY) {
      String place = String.valueOf(scheme.getIn());
      return place + "(" + Literals.quoted(scheme.getName()) + ", ";
    }
    String word = scheme.getScheme();
    boolean other =
        scheme.getType() == SecurityScheme.Type.HTTP
            && word != null
            && !word.equalsIgnoreCase("bearer");
    return "header(\"Authorization\", " + Literals.quoted((other ? word : "Bearer") + " ") + ", ";
  }

  private static String words(SecurityScheme scheme, boolean basic) {
    String given = scheme.getDescription();
    if (given != null && !given.isBlank()) {
      return Javadoc.escaped(given);
    }
    if (basic) {
      return "User and password.";
    }
    return scheme.getType() == SecurityScheme.Type.APIKEY
        ? "The key, sent in the " + scheme.getIn() + " as {@code " + scheme.getName() + "}."
        : "The token, sent as {@code Authorization: Bearer}.";
  }

  /** A scheme's name as a name of Java. */
  private static String stem(String name) {
    StringBuilder stem = new StringBuilder();
    for (String word : name.split("[^A-Za-z0-9]+")) {
      if (!word.isEmpty()) {
        boolean first = stem.isEmpty();
        char letter = word.charAt(0);
        String rest = word.substring(1);
        stem.append(first ? Character.toLowerCase(letter) : Character.toUpperCase(letter));
        // API becomes api, and ApiKey becomes apiKey
        stem.append(word.matches("[A-Z0-9]+") ? rest.toLowerCase(Locale.ROOT) : rest);
      }
    }
    boolean named = !stem.isEmpty() && !Character.isDigit(stem.charAt(0));
    return named ? stem.toString() : "credential" + stem;
  }

  private static String variable(String stem) {
    return stem.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** From {@code x-error-shape}. */
  private String errors() {
    Object shape =
        contract.getExtensions() == null ? null : contract.getExtensions().get("x-error-shape");
    if (!(shape instanceof Map<?, ?> pointers)) {
      return "ErrorBodyReader.none()";
    }
    return "ErrorBodyReader.at(%s, %s)"
        .formatted(pointer(pointers.get("code")), pointer(pointers.get("message")));
  }

  private static String pointer(Object pointer) {
    // a pointer that leads nowhere finds nothing
    return Literals.quoted(pointer == null ? "/ " : pointer.toString());
  }
}
