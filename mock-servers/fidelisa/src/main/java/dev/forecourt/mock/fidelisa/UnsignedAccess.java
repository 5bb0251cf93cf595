package dev.forecourt.mock.fidelisa;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Shown;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lets every call in, for work without signatures: tokens and signatures are not looked at. Who
 * calls is who the codes name; without codes the provider and the shop of the settings.
 */
final class UnsignedAccess implements Authenticator<Caller> {

  private final FidelisaState state;
  private final Accounts accounts;
  private final String provider;
  private final String shop;

  /**
   * Lets in who is one of these.
   *
   * @param shop whose calls those are that name none
   */
  UnsignedAccess(FidelisaState state, Accounts accounts, String shop) {
    this.state = state;
    this.accounts = accounts;
    this.shop = shop;
    provider = accounts.providers().keySet().stream().findFirst().orElse("");
  }

  @Override
  public Caller check(Operation operation, MockRequest request) {
    String maker = sent(request, "FIDELISA_PROVIDER", accounts.providers());
    String point = sent(request, "FIDELISA_APIUSER", accounts.shops());
    boolean readsShop = operation.schemes().stream().anyMatch(UnsignedAccess::isOfShop);
    Caller caller =
        new Caller(
            maker == null ? provider : maker,
            !readsShop || (point == null && takesProviderAlone(operation))
                ? null
                : point == null ? shop : point);
    return state.locked(() -> FidelisaAccess.linked(caller, state));
  }

  private static boolean takesProviderAlone(Operation operation) {
    return operation.security().stream()
        .anyMatch(each -> each.stream().noneMatch(UnsignedAccess::isOfShop));
  }

  private static boolean isOfShop(SecurityScheme scheme) {
    return scheme.name().equals("ApiUser");
  }

  private static @Nullable String sent(
      MockRequest request, String header, Map<String, String> known) {
    String code = request.header(header);
    if (code != null && !known.containsKey(code)) {
      throw new Refusal(
          403,
          "header '%s' must hold a code that is known but was %s; leave it out, and the call is one of the test %s"
              .formatted(
                  header, Shown.value(code), header.endsWith("PROVIDER") ? "provider" : "shop"));
    }
    return code;
  }

  @Override
  public Set<String> secrets() {
    Set<String> all = new HashSet<>(accounts.providers().values());
    all.addAll(accounts.shops().values());
    return all;
  }
}
