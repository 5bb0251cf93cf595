package dev.forecourt.runtime.call;

import dev.forecourt.runtime.HttpPool;
import dev.forecourt.runtime.JdkTransport;
import dev.forecourt.runtime.Transport;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.encode.BodyEncoder;
import dev.forecourt.runtime.encode.Boundaries;
import dev.forecourt.runtime.encode.QueryEncoder;
import dev.forecourt.runtime.errors.ErrorAnswers;
import dev.forecourt.runtime.observe.Listeners;
import dev.forecourt.runtime.observe.RequestListener;
import dev.forecourt.runtime.observe.SystemLogListener;
import feign.Client;
import feign.Feign;
import feign.Logger;
import feign.Retryer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One vendor's connections, credentials and readers, shared by its services. Thread-safe. */
public final class VendorConnection implements AutoCloseable {
  private final VendorProfile profile;
  private final ConnectionSettings settings;
  private final Transport transport;
  private final Feign.Builder feign;
  private final CallLoop loop;
  private final Map<Class<?>, Object> calls = new ConcurrentHashMap<>();

  public VendorConnection(VendorProfile profile, ConnectionSettings settings) {
    this.profile = profile;
    this.settings = settings;
    Secrets secrets =
        new Secrets(
            () ->
                profile.credentials().values().stream()
                    .flatMap(credential -> credential.secrets().stream())
                    .toList());
    Client client =
        settings.transport() == null
            ? new JdkTransport(HttpPool.SHARED, settings.http())
            : settings.transport();
    this.transport = new Transport(profile.id(), client, settings.around(), secrets);
    List<RequestListener> listeners = new ArrayList<>();
    listeners.add(new SystemLogListener(profile.id()));
    listeners.addAll(settings.listeners());
    this.loop =
        new CallLoop(
            profile.id(), settings, new Listeners(listeners, secrets), transport::isClosed);
    this.feign =
        Feign.builder()
            .client(transport)
            .contract(CachedContract.INSTANCE)
            .encoder(new BodyEncoder(new Boundaries(), secrets))
            .queryMapEncoder(new QueryEncoder())
            .methodInterceptor(new CredentialInterceptor(profile.id(), profile.credentials()))
            .responseInterceptor(
                new AnswerReader(
                    profile.id(),
                    new ErrorAnswers(profile.name(), profile.errors(), secrets, settings.clock()),
                    secrets))
            .decodeVoid()
            // Feign's default repeats a POST up to five times, and its log prints the key
            .retryer(Retryer.NEVER_RETRY)
            .logLevel(Logger.Level.NONE);
  }

  /** An implementation of a generated interface, made once. */
  public <T> T calls(Class<T> type) {
    return type.cast(
        calls.computeIfAbsent(
            type,
            unused ->
                feign.target(
                    new ContractTarget<>(
                        type, profile.id(), settings.baseUrl(), settings.otherServers()))));
  }

  /** For generated code: sends a call, and again where the retry policy allows it. */
  public <T extends @Nullable Object> VendorResponse<T> send(
      Operation operation, RequestOptions options, Function<Attempt, VendorResponse<T>> call) {
    return loop.run(operation, options, call);
  }

  /** For generated code: the parameters of a call whose operation takes these headers. */
  public RequestParameters parameters(String... headers) {
    RequestParameters parameters = new RequestParameters();
    for (String name : headers) {
      String value = settings.headers().get(name);
      if (value != null) {
        parameters.header(name, value);
      }
    }
    return parameters;
  }

  /** For vendor clients: the same with other credentials. Closed by itself. */
  public VendorConnection with(VendorProfile other) {
    return new VendorConnection(other, settings);
  }

  /** Requests under way fail, and so do later ones. */
  @Override
  public void close() {
    transport.close();
  }

  /** The vendor's id, nothing else. */
  @Override
  public String toString() {
    return "VendorConnection{" + profile.id() + "}";
  }
}
