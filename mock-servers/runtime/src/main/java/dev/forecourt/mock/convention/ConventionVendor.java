package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.Contract;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.credentials.Authenticator;
import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.credentials.Credentials;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.engine.StubEngine;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.vendor.MockSettings;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.VendorStub;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A vendor whose stub is generated in full from its contract. The generated class says what the
 * contract says; what it means is here.
 */
public abstract class ConventionVendor implements Vendor {

  private final String id;
  private final int port;
  private final List<Operation> operations;
  private final TestCredentials credentials;

  /** A vendor with this id, port and operations. */
  protected ConventionVendor(String id, int port, List<Operation> operations) {
    this.id = id;
    this.port = port;
    this.operations = operations;
    credentials = new TestCredentials(id, operations);
  }

  /** What the contract holds besides operations. */
  protected abstract Description description();

  /** The contract, with behaviour that works on this state. */
  protected abstract Contract contract(ConventionState state, MockSettings settings);

  /** The rules of answers. */
  protected abstract Answers answers();

  /** The caller as operations are told: what was sent for each scheme. */
  protected abstract Object caller(Map<String, String> sent);

  /**
   * What the contract holds besides operations.
   *
   * @param basePath path of the vendor's server, without a slash at its end
   * @param samplePath path and query of a request that is worth trying first
   * @param sampleHeaders what its operation requires in headers
   * @param collections kinds of items that are remembered
   * @param errors samples of errors
   * @param tokenPaths paths of token endpoints
   * @param scopes of tokens
   */
  public record Description(
      String basePath,
      String samplePath,
      Map<String, String> sampleHeaders,
      List<Collection> collections,
      List<ErrorTemplate> errors,
      Set<String> tokenPaths,
      Set<String> scopes) {}

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final int port() {
    return port;
  }

  @Override
  public Set<String> defaultKeys() {
    return credentials.keys();
  }

  @Override
  public Map<String, String> testCredentials() {
    return credentials.byName();
  }

  @Override
  public Map<String, String> headers(Set<String> keys) {
    return credentials.headers(keys);
  }

  @Override
  public Map<String, String> queryOf(Map<String, String> parts) {
    return credentials.queryOf(parts);
  }

  @Override
  public String samplePath() {
    String path = description().samplePath();
    String query = credentials.query(defaultKeys());
    return query.isEmpty() ? path : path + (path.contains("?") ? "&" : "?") + query;
  }

  @Override
  public Map<String, String> sampleHeaders() {
    Map<String, String> required = new LinkedHashMap<>(description().sampleHeaders());
    // a scheme's header may be described as a parameter too
    required
        .keySet()
        .removeIf(name -> headers().keySet().stream().anyMatch(name::equalsIgnoreCase));
    return required;
  }

  @Override
  public VendorStub open(MockSettings settings) {
    Description description = description();
    ConventionState state =
        new ConventionState(
            description.collections(),
            () -> SeedRows.document(getClass(), id + ".json"),
            settings.clock());
    Contract contract = contract(state, settings);
    StubEngine engine =
        new StubEngine(
            id,
            contract,
            state,
            new ContractErrors(operations, description.errors(), this::answers, settings.clock()),
            new Access(state, settings),
            settings,
            new TokenRoute(
                description.tokenPaths(), description.scopes(), credentials, state, settings));
    return description.basePath().isEmpty()
        ? engine
        : new BasePathStub(engine, contract, description.basePath());
  }

  /** Lets in who has the credentials of one alternative. */
  private final class Access implements Authenticator<Object> {

    private final Credentials known;
    private final Set<String> clientSecret;

    Access(ConventionState state, MockSettings settings) {
      Map<String, Credential> byScheme = new HashMap<>();
      credentials.schemes().forEach((name, each) -> byScheme.put(name, of(each, state, settings)));
      known = new Credentials(operations, byScheme);
      clientSecret = Set.of(credentials.secret());
    }

    private Credential of(SecurityScheme scheme, ConventionState state, MockSettings settings) {
      String kind = TestCredentials.kind(scheme);
      if (kind.equals("apiKey")) {
        return new KnownKeys(settings.keys());
      }
      boolean token = Set.of("oauth2", "openIdConnect", "bearer").contains(kind);
      String word = token ? "Bearer" : kind.equals("basic") ? "Basic" : scheme.parameter();
      return new SchemeCredential(
          word, settings.keys(), key -> token && state.locked(() -> state.knows(key)));
    }

    @Override
    public Object check(Operation operation, MockRequest request) {
      return caller(known.check(operation, request));
    }

    @Override
    public Set<String> secrets() {
      Set<String> all = new java.util.HashSet<>(known.secrets());
      all.addAll(clientSecret);
      return all;
    }
  }
}
