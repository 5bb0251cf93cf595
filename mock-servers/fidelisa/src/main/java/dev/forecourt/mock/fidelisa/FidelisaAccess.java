package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.AbstractAccess;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call in when its signatures are right, its token is new, and the shop it is made for has
 * been linked to its provider.
 */
final class FidelisaAccess extends AbstractAccess<Caller> {

  /** Operations that read the headers of a shop. */
  private static final Set<String> OF_SHOPS =
      FidelisaOperations.ALL.stream()
          .filter(each -> each.schemes().stream().anyMatch(it -> it.name().equals("ApiUser")))
          .map(Operation::id)
          .collect(Collectors.toUnmodifiableSet());

  private final FidelisaState state;

  FidelisaAccess(FidelisaState state, Accounts accounts) {
    super(
        new Credentials(
            FidelisaOperations.ALL,
            Map.of(
                "Jeton", (value, request) -> !value.isBlank(),
                "Provider", (value, request) -> accounts.providers().containsKey(value),
                "ProviderKey", new Signatures("FIDELISA_PROVIDER", accounts.providers()),
                "ApiUser", (value, request) -> accounts.shops().containsKey(value),
                "ApiUserKey", new Signatures("FIDELISA_APIUSER", accounts.shops()))));
    this.state = state;
  }

  @Override
  protected Caller caller(Operation operation, MockRequest request, Map<String, String> sent) {
    return state.locked(() -> admit(operation, request));
  }

  private Caller admit(Operation operation, MockRequest request) {
    // only a call that is signed uses up its token: nobody can use up those of others
    if (!state.tokens.use(header(request, "FIDELISA_PROVIDER_KEY"))) {
      throw new Refusal(
          403,
          "header 'FIDELISA_JETON' must hold a new token for each call but this one was used"
              + " before: take another and sign again");
    }
    return linked(caller(operation, request), state);
  }

  /** The caller. Throws a {@link Refusal} when its shop is not linked to its provider. */
  static Caller linked(Caller caller, FidelisaState state) {
    if (caller.shop() != null && !state.isLinked(caller.provider(), caller.shop())) {
      throw new Refusal(
          403,
          "header 'FIDELISA_APIUSER' must hold a shop of provider '%s' but '%s' is not linked to it: call POST /api/shops/init first"
              .formatted(caller.provider(), caller.shop()));
    }
    return caller;
  }

  private static Caller caller(Operation operation, MockRequest request) {
    boolean asksForShop = OF_SHOPS.contains(operation.id());
    // a shop that has not signed does not count, where the provider alone may call as well
    boolean signed = request.header("FIDELISA_APIUSER_KEY") != null;
    @Nullable String shop = asksForShop && signed ? request.header("FIDELISA_APIUSER") : null;
    return new Caller(header(request, "FIDELISA_PROVIDER"), shop);
  }

  private static String header(MockRequest request, String name) {
    return String.valueOf(request.header(name));
  }
}
