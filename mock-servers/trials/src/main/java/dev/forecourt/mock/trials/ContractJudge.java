package dev.forecourt.mock.trials;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendors;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * What the compiled contract of a vendor says about a request, before any behaviour: neither
 * credentials nor what is remembered have a part in it.
 *
 * <pre>{@code
 * Verdict verdict = ContractJudge.of("fidcar").judge(request);
 * }</pre>
 */
public final class ContractJudge {

  private static final int REACHED = 299;

  private final StubEngine engine;
  private final ThreadLocal<String> reached = ThreadLocal.withInitial(() -> "");

  private ContractJudge(String vendor) {
    engine =
        new StubEngine(
            vendor,
            contract(vendor),
            (operation, status, message) ->
                MockResponse.of(status, "text/plain", message.getBytes(StandardCharsets.UTF_8)),
            (operation, request) -> null, // credentials are judged elsewhere
            MockSettings.defaults(Vendors.named(vendor)));
  }

  /** The judge for a vendor by its id. */
  public static ContractJudge of(String vendor) {
    return new ContractJudge(vendor);
  }

  /** Accepts it if all checks of its operation pass. */
  public Verdict judge(RandomRequest request) {
    reached.set("");
    MockResponse response = engine.handle(new TrialRequest(request, Map.of()));
    if (response.status() == REACHED && reached.get().equals(request.operationId())) {
      return Verdict.ACCEPTS;
    }
    String reason = response.status() + " " + new String(response.body(), StandardCharsets.UTF_8);
    return response.status() < 500 ? Verdict.refuses(reason) : Verdict.fails(reason);
  }

  /**
   * The generated class, which only its vendor's package sees, around a behaviour that does nothing
   * but notice that it was called.
   */
  private Contract contract(String vendor) {
    String prefix = vendor.substring(0, 1).toUpperCase(Locale.ROOT) + vendor.substring(1);
    String name = "dev.forecourt.mock." + vendor + "." + prefix;
    try {
      Class<?> api = Class.forName(name + "Api");
      Object behaviour =
          Proxy.newProxyInstance(
              api.getClassLoader(),
              new Class<?>[] {api},
              (proxy, method, arguments) -> {
                reached.set(method.getName());
                return MockResponse.empty(REACHED);
              });
      Constructor<?> constructor = Class.forName(name + "Contract").getDeclaredConstructor(api);
      constructor.setAccessible(true);
      return (Contract) constructor.newInstance(behaviour);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "The stub of %s has no %sContract".formatted(vendor, name), e);
    }
  }
}
