package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a vendor is to the mock servers, where nobody has written it by hand. */
final class VendorSource {

  private static final int TEMPLATES_OF_A_METHOD = 300;

  private final OpenAPI contract;
  private final Conventions conventions;
  private final ErrorTemplates errors;
  private final Samples samples;
  private final List<ItemOperation> operations = new ArrayList<>();

  VendorSource(OpenAPI contract, Conventions conventions, ErrorTemplates errors, Samples samples) {
    this.contract = contract;
    this.conventions = conventions;
    this.errors = errors;
    this.samples = samples;
  }

  void add(int number, io.swagger.v3.oas.models.Operation operation, Inputs inputs) {
    operations.add(new ItemOperation(number, operation, inputs, Map.of()));
    conventions.add(number, operation, inputs);
    errors.add(number, operation);
  }

  /** The values of the templates, and under {@code seed} the start data. */
  Map<String, Object> values(String prefix, List<Map<String, Object>> described) {
    List<Conventions.Seeded> seeded = conventions.seeded();
    Map<String, Object> out = new LinkedHashMap<>();
    out.put(
        "collections",
        seeded.stream()
            .map(VendorSource::collection)
            .collect(Collectors.joining(",\n              ")));
    out.put("conventionPlans", plans(prefix, seeded, described));
    out.put("conventionMethods", methods(seeded, described));
    out.put(
        "errorTexts",
        errors.texts().entrySet().stream()
            .map(
                each ->
                    "  private static final String "
                        + each.getValue()
                        + " = "
                        + each.getKey()
                        + ";")
            .collect(Collectors.joining("\n")));
    addTemplates(out);
    out.put("stubBasePath", Java.string(basePath()));
    SampleRequest sample = sample(seeded, described);
    out.put("stubSamplePath", Java.string(sample == null ? "/" : sample.target()));
    out.put("stubSampleHeaders", Java.mapOfStrings(sample == null ? Map.of() : sample.headers()));
    Set<String> tokenPaths = new TreeSet<>();
    Set<String> scopes = new TreeSet<>();
    addTokens(tokenPaths, scopes);
    out.put("tokenPaths", Java.setOfStrings(tokenPaths));
    out.put("scopes", Java.setOfStrings(scopes));
    Map<String, Object> seed = new LinkedHashMap<>();
    seeded.forEach(each -> seed.put(each.name(), each.rows()));
    out.put("seed", Values.json(seed));
    return out;
  }

  private static String collection(Conventions.Seeded each) {
    return "new Collection(%s, %s, %s, %s, %s)"
        .formatted(
            Java.string(each.name()),
            Java.string(each.member()),
            Java.string(each.kind()),
            Java.setOfStrings(each.readOnly()),
            Java.string(Values.json(each.template())));
  }

  private void addTemplates(Map<String, Object> out) {
    errors.noteSilent();
    List<String> all = errors.templates();
    StringBuilder calls = new StringBuilder();
    StringBuilder methods = new StringBuilder();
    for (int start = 0; start < all.size(); start += TEMPLATES_OF_A_METHOD) {
      int part = start / TEMPLATES_OF_A_METHOD;
      calls.append("    errors%d(all);%n".formatted(part));
      Source method = new Source(1);
      method.line("").open("private static void errors" + part + "(List<ErrorTemplate> all)");
      all.subList(start, Math.min(all.size(), start + TEMPLATES_OF_A_METHOD))
          .forEach(each -> method.line("all.add(" + each + ");"));
      methods.append(method.close().text()).append('\n');
    }
    out.put("errorCalls", calls.toString());
    out.put("errorMethods", methods.toString());
  }

  private String plans(
      String prefix, List<Conventions.Seeded> seeded, List<Map<String, Object>> described) {
    List<String> all = new ArrayList<>();
    for (Conventions.Seeded each : seeded) {
      for (ItemOperation operation : conventions.operations(each.name())) {
        Object paging = operation.operation().getExtensions().getOrDefault("x-paging", Map.of());
        String constant = String.valueOf(described.get(operation.number()).get("constant"));
        Map<String, Object> convention = new LinkedHashMap<>(operation.convention());
        Set<String> hidden = conventions.hidden(each, operation);
        if (!hidden.isEmpty()) {
          convention.put("hidden", List.copyOf(hidden));
        }
        all.add(
            "  private static final ItemPlan %s =%n      new ItemPlan(%sOperations.%s, %d, %s, %s);"
                .formatted(
                    constant,
                    prefix,
                    constant,
                    operation.number(),
                    Java.string(Values.json(convention)),
                    Java.string(Values.json(paging instanceof Map ? paging : Map.of()))));
      }
    }
    return String.join("\n", all);
  }

  private String methods(List<Conventions.Seeded> seeded, List<Map<String, Object>> described) {
    List<String> all = new ArrayList<>();
    for (Conventions.Seeded each : seeded) {
      for (ItemOperation operation : conventions.operations(each.name())) {
        Map<String, Object> names = described.get(operation.number());
        Source out = new Source(1);
        out.line("").line("@Override");
        out.open(
            "public MockResponse %s(%s request)"
                .formatted(names.get("method"), names.get("record")));
        out.line("return items.answer(")
            .line("    " + names.get("constant") + ",")
            .line("    new Call()");
        List<String> calls = new ArrayList<>();
        for (Field field : operation.inputs().fields()) {
          String value = "request." + field.component() + "()";
          switch (field.in()) {
            case "path", "query" ->
                calls.add(".%s(%s, %s)".formatted(field.in(), Java.string(field.name()), value));
            case "form" -> calls.add(".field(%s, %s)".formatted(Java.string(field.name()), value));
            case "body" -> calls.add(".body(" + value + ")");
            default -> {}
          }
        }
        calls.forEach(call -> out.line("        " + call));
        out.line("    );").close();
        all.add(out.text());
      }
    }
    return String.join("\n", all);
  }

  private String basePath() {
    if (contract.getServers() == null || contract.getServers().isEmpty()) {
      return "";
    }
    String path = path(contract.getServers().get(0).getUrl());
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static String path(String url) {
    try {
      String path = URI.create(url).getRawPath();
      return path == null || !path.startsWith("/") ? "" : path;
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private void addTokens(Set<String> paths, Set<String> scopes) {
    Map<String, SecurityScheme> schemes =
        contract.getComponents() == null ? null : contract.getComponents().getSecuritySchemes();
    if (schemes == null) {
      return;
    }
    for (SecurityScheme each : schemes.values()) {
      OAuthFlows flows = each.getFlows();
      OAuthFlow flow = flows == null ? null : flows.getClientCredentials();
      if (each.getType() == SecurityScheme.Type.OAUTH2
          && flow != null
          && flow.getTokenUrl() != null) {
        String path = path(flow.getTokenUrl());
        if (path.isEmpty() && !flow.getTokenUrl().contains(":")) {
          path = "/" + flow.getTokenUrl(); // relative to the server
        }
        paths.add(path.isEmpty() ? "/" : path);
        if (flow.getScopes() != null) {
          scopes.addAll(flow.getScopes().keySet());
        }
      }
    }
  }

  /** A GET that works as it is, a list before all else; null where there is no GET. */
  private @Nullable SampleRequest sample(
      List<Conventions.Seeded> seeded, List<Map<String, Object>> described) {
    ItemOperation best = null;
    int least = Integer.MAX_VALUE;
    for (ItemOperation each : operations) {
      String route = route(each, described);
      if ("GET".equals(described.get(each.number()).get("verb"))) {
        int needed = Inputs.variables(List.of(route.split("/"))).size() * 2;
        needed += (int) each.inputs().fields().stream().filter(Field::required).count();
        if (needed < least) {
          least = needed;
          best = each;
        }
      }
    }
    return best == null
        ? null
        : new SampleRequest(
            samples,
            route(best, described),
            best.inputs(),
            name -> Conventions.firstId(seeded, conventions, name));
  }

  private static String route(ItemOperation operation, List<Map<String, Object>> described) {
    return String.valueOf(described.get(operation.number()).get("path"));
  }
}
