package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Inputs;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.AbstractAccess;
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
final class ClaireAccess extends AbstractAccess<Caller> {

  private final Map<String, Caller> callers = new HashMap<>();

  ClaireAccess(Set<String> keys) {
    super(
        new Credentials(
            ClaireOperations.ALL,
            Map.of("ApiKeyHeader", new KnownKeys(keys), "ApiKeyQuery", new KnownKeys(keys))));
    for (String key : new TreeSet<>(keys)) {
      callers.put(key, new Caller(ClaireSeed.ACCOUNT + callers.size()));
    }
  }

  @Override
  protected Caller caller(Operation operation, MockRequest request, Map<String, String> sent) {
    // never null: an accepted key was seen
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
}
