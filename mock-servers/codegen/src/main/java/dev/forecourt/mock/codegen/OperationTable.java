package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is known about an operation besides its input: statuses, security, examples. */
final class OperationTable {

  private final OpenAPI contract;
  private final BodySize bodySize;
  private final Map<String, String> schemes = new TreeMap<>();

  private final ResponseExamples examples;
  private final Findings findings;

  OperationTable(OpenAPI contract, BodySize bodySize, Samples samples, Findings findings) {
    this.contract = contract;
    this.bodySize = bodySize;
    this.findings = findings;
    examples = new ResponseExamples(contract, samples, findings);
  }

  /** Constants for the security schemes in use: name to initialiser. */
  Map<String, String> schemes() {
    return schemes;
  }

  /** The initialiser of the operation's constant. */
  String initialiser(Operation operation, String method, String path) {
    return "new Operation(%n          %s, %s, %s,%n          %s,%n          %s,%n          %s%s)"
        .formatted(
            Java.string(operation.getOperationId()),
            Java.string(method),
            Java.string(path),
            statuses(operation),
            security(operation),
            examples.of(operation),
            bodySize(operation))
        .replace("\r\n", "\n");
  }

  private String bodySize(Operation operation) {
    int bytes = bodySize.of(operation);
    return bytes == 0 ? "" : ", " + bytes;
  }

  /**
   * Names of the query parameters that carry credentials: they are allowed although no parameter
   * says so.
   */
  Set<String> queryCredentials(Operation operation) {
    Set<String> names = new TreeSet<>();
    for (SecurityRequirement alternative : requirements(operation)) {
      for (String name : alternative.keySet()) {
        SecurityScheme scheme = scheme(name);
        if (scheme.getIn() == SecurityScheme.In.QUERY) {
          names.add(scheme.getName());
        }
      }
    }
    return names;
  }

  private static String statuses(Operation operation) {
    return Statuses.all(operation).stream()
        .map(String::valueOf)
        .collect(Collectors.joining(", ", "List.of(", ")"));
  }

  private List<SecurityRequirement> requirements(Operation operation) {
    List<SecurityRequirement> own =
        operation.getSecurity() == null ? contract.getSecurity() : operation.getSecurity();
    return own == null ? List.of() : own;
  }

  private String security(Operation operation) {
    Set<String> alternatives = new LinkedHashSet<>();
    for (SecurityRequirement alternative : requirements(operation)) {
      Map<String, List<String>> byPlace = new LinkedHashMap<>();
      for (String name : alternative.keySet()) {
        SecurityScheme scheme = scheme(name);
        if (scheme.getType() == SecurityScheme.Type.MUTUALTLS) {
          findings.note(
              "#/components/securitySchemes/" + name, "certificates of clients are not asked for");
        } else {
          String constant = schemeConstant(name, scheme);
          byPlace.computeIfAbsent(place(scheme), each -> new ArrayList<>()).add(constant);
        }
      }
      for (List<String> needed : oneOfEach(operation, byPlace)) {
        alternatives.add("List.of(" + String.join(", ", needed) + ")");
      }
    }
    // one that asks for nothing lets everybody in, also beside others
    return "List.of(" + String.join(", ", alternatives) + ")";
  }

  private static String place(SecurityScheme scheme) {
    return scheme.getType() == SecurityScheme.Type.APIKEY
        ? "%s '%s'".formatted(scheme.getIn(), scheme.getName().toLowerCase(Locale.ROOT))
        : "header 'authorization'";
  }

  /** Schemes of which each has a place of its own: no request has two values in one header. */
  private List<List<String>> oneOfEach(Operation operation, Map<String, List<String>> byPlace) {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of());
    byPlace.forEach(
        (place, constants) -> {
          if (constants.size() > 1) {
            findings.note(
                operation.getOperationId(),
                "several credentials belong in %s; one of them is enough".formatted(place));
          }
          List<List<String>> longer = new ArrayList<>();
          for (List<String> each : all) {
            for (String constant : constants) {
              longer.add(Stream.concat(each.stream(), Stream.of(constant)).toList());
            }
          }
          all.clear();
          all.addAll(longer);
        });
    return all;
  }

  private String schemeConstant(String name, SecurityScheme scheme) {
    String in = scheme.getIn() == null ? "" : scheme.getIn().toString();
    boolean key = scheme.getType() == SecurityScheme.Type.APIKEY;
    if (key && (in.isEmpty() || scheme.getName() == null)) {
      throw new UnsupportedContract(name, "an API key without name and place");
    }
    String parameter = key ? scheme.getName() : httpScheme(scheme);
    String initialiser =
        "new SecurityScheme(%s, %s, %s, %s)"
            .formatted(
                Java.string(name),
                Java.string(scheme.getType().toString()),
                Java.string(key ? in : ""),
                Java.string(parameter));
    String wanted = "SCHEME_" + Java.constant(name);
    String constant = wanted;
    for (int i = 2; !schemes.getOrDefault(constant, initialiser).equals(initialiser); i++) {
      constant = wanted + "_" + i;
    }
    schemes.put(constant, initialiser);
    return constant;
  }

  /** The word before the credential; tokens of OAuth2 and OpenID Connect are bearers. */
  private static String httpScheme(SecurityScheme scheme) {
    return scheme.getScheme() == null ? "bearer" : scheme.getScheme();
  }

  private SecurityScheme scheme(String name) {
    Map<String, SecurityScheme> all =
        contract.getComponents() == null ? null : contract.getComponents().getSecuritySchemes();
    SecurityScheme scheme = all == null ? null : all.get(name);
    if (scheme == null) {
      throw new UnsupportedContract(
          "security", "the scheme '" + name + "', which the contract does not describe,");
    }
    return scheme;
  }
}
