package dev.forecourt.runtime.call;

import dev.forecourt.runtime.async.AsyncThreads;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.observe.Listeners;
import dev.forecourt.runtime.observe.RequestListener;
import dev.forecourt.runtime.observe.SystemLogListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One vendor's connections, credentials and readers, shared by its services. Thread-safe. */
public final class VendorConnection implements AutoCloseable {
  private final VendorProfile profile;
  private final Settings settings;
  private final Secrets secrets;
  private final Exchange exchange;
  private final CallLoop loop;
  private final Listeners listeners;
  private final AsyncThreads threads;

  /** For the builder of clients. */
  public VendorConnection(VendorProfile profile, Settings settings) {
    this.profile = profile;
    this.settings = settings;
    this.secrets =
        new Secrets(
            () ->
                profile.credentials().values().stream()
                    .flatMap(credential -> credential.secrets().stream())
                    .toList());
    List<RequestListener> all = new ArrayList<>();
    all.add(new SystemLogListener(profile.id()));
    all.addAll(settings.listeners());
    this.listeners = new Listeners(profile.id(), all);
    Drafts drafts = new Drafts(profile, settings);
    this.exchange =
        new Exchange(
            profile.id(),
            drafts,
            settings.transport().get(),
            new Refusals(profile.name(), profile.errors(), secrets, settings.clock()),
            listeners,
            secrets);
    this.loop = new CallLoop(profile.id(), settings, drafts, exchange);
    this.threads = new AsyncThreads(profile.id());
  }

  /**
   * For generated code: a call with its arguments, not sent yet. What cannot be sent is refused
   * here with an {@code IllegalArgumentException}.
   */
  public <T extends @Nullable Object> Call<T> call(
      Operation operation,
      RequestOptions options,
      AnswerReader<T> reading,
      RequestParameters parameters,
      Function<RequestParameters, PreparedRequest> request) {
    secrets.remember(parameters.secrets());
    return new Call<>(this, operation, options, request.apply(parameters), reading);
  }

  /** For generated code: the parameters of a call whose operation takes these headers. */
  public RequestParameters parameters(String... headers) {
    RequestParameters parameters = new RequestParameters();
    for (String name : headers) {
      parameters.header(name, settings.headersWhereTaken().get(name));
    }
    return parameters;
  }

  /**
   * For vendor clients: how to ask for a token. A refused request for a token (429) is not
   * repeated: the pause after it is longer than any wait of a retry.
   */
  public RequestOptions tokenOptions(Duration timeout) {
    return RequestOptions.builder()
        .timeout(timeout)
        .retries(settings.retries().without(429))
        .build();
  }

  /** For vendor clients: the same with other credentials. Closed by itself. */
  public VendorConnection with(VendorProfile other) {
    return new VendorConnection(other, settings);
  }

  /** For generated code: the vendor's id, for messages. */
  public String vendor() {
    return profile.id();
  }

  /** For generated code: runs asynchronous calls. */
  public Executor executor() {
    return listeners.carrying(settings.executor() == null ? threads : settings.executor());
  }

  CallLoop loop() {
    return loop;
  }

  /** Requests under way fail, and so do later ones. */
  @Override
  public void close() {
    exchange.close();
    threads.close();
  }

  /** The vendor's id, nothing else. */
  @Override
  public String toString() {
    return "VendorConnection{" + profile.id() + "}";
  }
}
