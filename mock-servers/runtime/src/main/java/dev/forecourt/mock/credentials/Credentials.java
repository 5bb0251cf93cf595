package dev.forecourt.mock.credentials;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a request that carries all schemes of one alternative of the contract, and no bad one.
 *
 * <p>Status 401, or 403 where the contract documents that instead.
 */
public final class Credentials {

  private final Map<String, Credential> byScheme;
  private final Map<String, List<SecurityScheme>> byOperation = new HashMap<>();
  private final @Nullable String words;

  /**
   * Decides by these, one for each security scheme of the operations. Throws {@link
   * IllegalArgumentException} when a scheme is forgotten.
   */
  public Credentials(List<Operation> operations, Map<String, Credential> byScheme) {
    this(operations, byScheme, null);
  }

  /** The same, with the words of the vendor for every refusal. */
  public Credentials(
      List<Operation> operations, Map<String, Credential> byScheme, @Nullable String words) {
    this.byScheme = Map.copyOf(byScheme);
    this.words = words;
    for (Operation operation : operations) {
      byOperation.put(operation.id(), operation.schemes());
      for (SecurityScheme scheme : operation.schemes()) {
        if (!byScheme.containsKey(scheme.name())) {
          throw new IllegalArgumentException(
              "No credential for security scheme '%s' of %s. Give the stub one."
                  .formatted(scheme.name(), operation.describe()));
        }
      }
    }
  }

  /**
   * What was sent for each security scheme, by its name; nothing for an open operation. Throws a
   * {@link Refusal} when it is not enough, or when a part of it is not good.
   */
  public Map<String, String> check(Operation operation, MockRequest request) {
    if (operation.security().isEmpty()) {
      return Map.of();
    }
    Map<String, String> good = new HashMap<>(4);
    List<SecurityScheme> bad = List.of();
    List<SecurityScheme> schemes = byOperation.getOrDefault(operation.id(), List.of());
    for (SecurityScheme scheme : schemes) {
      List<String> sent = scheme.sent(request);
      if (sent.size() == 1 && credential(scheme).accepts(sent.get(0), request)) {
        good.put(scheme.name(), sent.get(0));
      } else if (!sent.isEmpty()) {
        bad = bad.isEmpty() ? new ArrayList<>(2) : bad;
        bad.add(scheme);
      }
    }
    for (SecurityScheme scheme : bad) {
      refuseUnlessOther(operation, scheme, schemes, good, scheme.sent(request));
    }
    for (List<SecurityScheme> alternative : operation.security()) {
      if (hasAll(good, alternative)) {
        return good;
      }
    }
    throw refusal(operation, "credentials are missing: send " + choice(operation), "");
  }

  /** Several schemes may travel in one header, such as Basic and Bearer: one of them is enough. */
  private void refuseUnlessOther(
      Operation operation,
      SecurityScheme scheme,
      List<SecurityScheme> all,
      Map<String, String> good,
      List<String> sent) {
    for (SecurityScheme other : all) {
      if (good.containsKey(other.name()) && other.place().equals(scheme.place())) {
        return;
      }
    }
    throw refusal(
        operation,
        scheme.place() + " must hold " + credential(scheme).expected(),
        sent.size() == 1 ? credential(scheme).advice(sent.get(0)) : "");
  }

  private static boolean hasAll(Map<String, String> good, List<SecurityScheme> wanted) {
    // by name: to compare records takes as long as the rest
    for (SecurityScheme scheme : wanted) {
      if (!good.containsKey(scheme.name())) {
        return false;
      }
    }
    return true;
  }

  /** Texts that messages and the journal must not show. */
  public Set<String> secrets() {
    return byScheme.values().stream()
        .flatMap(each -> each.secrets().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Credential credential(SecurityScheme scheme) {
    // never null: the constructor has seen every scheme
    return byScheme.getOrDefault(scheme.name(), (value, request) -> false);
  }

  private Refusal refusal(Operation operation, String reason, String advice) {
    int status = operation.documented(401, operation.documented(403, 401));
    return new Refusal(status, (words == null ? reason : words) + advice, reason + advice);
  }

  private static String choice(Operation operation) {
    return operation.security().stream()
        .map(
            alternative ->
                alternative.stream().map(SecurityScheme::place).collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; or "));
  }
}
