package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.http.MockRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Lets a call in that has an accepted key, in the header or in the query. */
final class ClaireAccess implements Authenticator<Caller> {

  private final Map<String, Caller> callers = new HashMap<>();
  private final Credentials credentials;

  ClaireAccess(Set<String> keys) {
    for (String key : new TreeSet<>(keys)) {
      callers.put(key, new Caller(ClaireSeed.ACCOUNT + callers.size()));
    }
    KnownKeys known = new KnownKeys(keys);
    credentials =
        new Credentials(ClaireOperations.ALL, Map.of("ApiKeyHeader", known, "ApiKeyQuery", known));
  }

  @Override
  public Caller check(Operation operation, MockRequest request) {
    credentials.check(operation, request);
    // never null: the check has seen an accepted key
    return Objects.requireNonNull(caller(request));
  }

  /** Whose key a request carries, whatever else is wrong with it; null without an accepted one. */
  @Nullable Caller caller(MockRequest request) {
    String header = request.header("Authorization");
    if (header != null) {
      return callers.get(header);
    }
    return Inputs.queryValues(request, "api_key").stream()
        .filter(callers::containsKey)
        .findFirst()
        .map(callers::get)
        .orElse(null);
  }

  @Override
  public Set<String> secrets() {
    return credentials.secrets();
  }
}
