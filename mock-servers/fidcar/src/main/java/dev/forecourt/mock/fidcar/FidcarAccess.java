package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.AbstractAccess;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.http.MockRequest;
import java.util.Map;
import java.util.Set;

/** Lets a call in that has one of the accepted keys. */
final class FidcarAccess extends AbstractAccess<Caller> {

  private static final String KEY = "ApiKey";

  FidcarAccess(Set<String> keys) {
    super(
        new Credentials(
            FidcarOperations.ALL, Map.of(KEY, new KnownKeys(keys)), FidcarErrors.UNKNOWN_TOKEN));
  }

  @Override
  protected Caller caller(Operation operation, MockRequest request, Map<String, String> sent) {
    return new Caller(sent.getOrDefault(KEY, ""));
  }
}
