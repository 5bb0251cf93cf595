package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What opens a generated stub: made from the vendor's id and the schemes of its contract. */
final class TestCredentials {

  private final String id;
  private final List<Operation> operations;
  private final Map<String, SecurityScheme> schemes = new TreeMap<>();

  TestCredentials(String id, List<Operation> operations) {
    this.id = id;
    this.operations = operations;
    operations.forEach(
        operation -> operation.schemes().forEach(each -> schemes.put(each.name(), each)));
  }

  Map<String, SecurityScheme> schemes() {
    return schemes;
  }

  String key() {
    return id + "-test-key";
  }

  String user() {
    return id + "-test-user";
  }

  String password() {
    return id + "-test-password";
  }

  String token() {
    return id + "-test-token";
  }

  String client() {
    return id + "-test-client";
  }

  String secret() {
    return id + "-test-secret";
  }

  /** Those that are accepted unless others are configured. */
  Set<String> keys() {
    return Set.of(key(), token(), password());
  }

  /**
   * By the names that the client's variables have without the vendor's id: {@code api_key}, or
   * where there are several schemes the name of each.
   */
  Map<String, String> byName() {
    Map<String, String> all = new LinkedHashMap<>();
    boolean only = schemes.size() == 1;
    schemes.forEach(
        (name, scheme) -> {
          String stem = snake(name);
          String before = only ? "" : stem + "_";
          switch (kind(scheme)) {
            case "apiKey" -> all.put(only ? "api_key" : stem, key());
            case "basic" -> {
              all.put(before + "user", user());
              all.put(before + "password", password());
            }
            case "oauth2" -> {
              all.put(before + "client_id", client());
              all.put(before + "client_secret", secret());
              all.put(before + "token", token());
              if (!only) {
                // where the contract says nothing of client credentials
                all.put(stem, token());
              }
            }
            default -> all.put(only ? "token" : stem, token());
          }
        });
    return all;
  }

  private static String snake(String name) {
    String words = name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").replaceAll("[^A-Za-z0-9]+", "_");
    return words.replaceAll("^_|_$", "").toLowerCase(Locale.ROOT);
  }

  static String kind(SecurityScheme scheme) {
    return scheme.type().equals("http")
        ? scheme.parameter().toLowerCase(Locale.ROOT)
        : scheme.type();
  }

  /**
   * Headers that open most operations: of all schemes, where one header can hold one of them the
   * usual one.
   */
  Map<String, String> headers(Set<String> keys) {
    Map<String, String> headers = new LinkedHashMap<>();
    List<SecurityScheme> wanted = new ArrayList<>(usual());
    wanted.addAll(schemes.values());
    for (SecurityScheme scheme : new java.util.LinkedHashSet<>(wanted)) {
      String value = value(scheme, keys);
      if (scheme.in().equals("cookie")) {
        headers.merge(
            "Cookie", scheme.parameter() + "=" + value, (one, other) -> one + "; " + other);
      } else if (!scheme.isQuery()
          && headers.keySet().stream().noneMatch(scheme.header()::equalsIgnoreCase)) {
        headers.put(scheme.header(), value);
      }
    }
    return headers;
  }

  /** Parameters of a query that do so, with their separators; empty where headers are enough. */
  String query(Set<String> keys) {
    List<String> pairs = new ArrayList<>();
    for (SecurityScheme scheme : usual()) {
      if (scheme.isQuery()) {
        pairs.add(scheme.parameter() + "=" + value(scheme, keys));
      }
    }
    return String.join("&", pairs);
  }

  /** Parameters of a query that hold a credential, with these in place of those of the tests. */
  Map<String, String> queryOf(Map<String, String> parts) {
    Map<String, String> query = new TreeMap<>();
    for (SecurityScheme scheme : schemes.values()) {
      if (scheme.isQuery()) {
        String part = schemes.size() == 1 ? "api_key" : snake(scheme.name());
        query.put(scheme.parameter(), parts.getOrDefault(part, key()));
      }
    }
    return query;
  }

  /** The schemes of the alternative that most operations have first. */
  private List<SecurityScheme> usual() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    List<SecurityScheme> best = List.of();
    int most = 0;
    for (Operation operation : operations) {
      for (List<SecurityScheme> alternative : operation.security()) {
        String names = alternative.stream().map(SecurityScheme::name).toList().toString();
        int count = counts.merge(names, 1, Integer::sum);
        if (!alternative.isEmpty() && count > most) {
          most = count;
          best = alternative;
        }
      }
    }
    return best;
  }

  private String value(SecurityScheme scheme, Set<String> keys) {
    return switch (kind(scheme)) {
      case "apiKey" -> known(key(), keys);
      case "basic" ->
          "Basic "
              + Base64.getEncoder()
                  .encodeToString(
                      (user() + ":" + known(password(), keys)).getBytes(StandardCharsets.UTF_8));
      case "bearer", "oauth2", "openIdConnect" -> "Bearer " + known(token(), keys);
      default -> scheme.parameter() + " " + known(token(), keys);
    };
  }

  private static String known(String own, Set<String> keys) {
    return keys.contains(own) ? own : keys.stream().sorted().findFirst().orElse(own);
  }
}
