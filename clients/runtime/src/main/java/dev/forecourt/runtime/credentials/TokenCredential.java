package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.errors.CredentialException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A token that is fetched when one is needed, used until shortly before its end, and replaced once
 * when the vendor refuses it.
 */
final class TokenCredential implements Credential {
  private static final Duration LONG = Duration.ofMinutes(2);

  private final String header;
  private final String prefix;
  private final String name;
  private final TokenStore store;
  private final TokenBrake brake;
  private final Clock clock;
  private final Supplier<List<String>> secrets;
  private final TokenFetch fetch;
  private final LastSecrets sent = new LastSecrets();

  TokenCredential(
      String header,
      String prefix,
      String name,
      TokenStore store,
      Clock clock,
      Supplier<List<String>> secrets,
      TokenFetch fetch) {
    this.header = header;
    this.prefix = prefix;
    this.name = name;
    this.store = store;
    this.brake = TokenBrake.of(store, name);
    this.clock = clock;
    this.secrets = secrets;
    this.fetch = fetch;
  }

  @Override
  public void apply(RequestDraft request) {
    try {
      apply(request, LONG);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another call fetches the token", e);
    } catch (TimeoutException e) {
      throw new IllegalStateException(e.getMessage(), e);
    }
  }

  @Override
  public void apply(RequestDraft request, Duration timeout)
      throws InterruptedException, TimeoutException {
    brake.beforeUse(request, clock.instant());
    AccessToken token = obtained(request, timeout);
    if (token == null || !Keys.isSendable(token.value())) {
      throw new CredentialException(
          Failure.of(request.vendor(), request.operation())
              .attempts(0)
              .outcome(Outcome.NOT_SENT)
              .message(
                  request.vendor()
                      + " "
                      + request.operation()
                      + ": not sent, because the token store gave a token that a header cannot"
                      + " carry. Remove its entry '"
                      + name
                      + "'.")
              .build());
    }
    sent.remember(token.value());
    request.setHeader(header, prefix + token.value());
  }

  /** Null only by a store that breaks its promise. */
  private @Nullable AccessToken obtained(RequestDraft request, Duration timeout)
      throws InterruptedException, TimeoutException {
    AtomicReference<RuntimeException> own = new AtomicReference<>();
    try {
      return store.obtain(
          name,
          known -> known.isFresh(clock.instant()) && !brake.isDead(known.value()),
          before -> {
            try {
              return fetched(request, before, timeout);
            } catch (RuntimeException e) {
              own.set(e);
              throw e;
            }
          },
          timeout);
    } catch (RuntimeException e) {
      RuntimeException failure = own.get();
      if (failure != null) {
        // as it was, whatever the store wraps it into
        throw failure;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      throw new CredentialException(
          Failure.of(request.vendor(), request.operation())
              .attempts(0)
              .outcome(Outcome.NOT_SENT)
              .cause(e)
              .message(
                  request.vendor()
                      + " "
                      + request.operation()
                      + ": not sent, because the token store failed with "
                      + e.getClass().getName()
                      + ". Check the store; a later call asks it anew.")
              .build());
    }
  }

  private AccessToken fetched(
      RequestDraft request, Optional<AccessToken> before, Duration timeout) {
    brake.beforeFetch(request, clock.instant());
    try {
      AccessToken token = checked(request, fetch.fetch(before, timeout));
      brake.fetched(token.value(), clock.instant());
      return token;
    } catch (VendorException e) {
      brake.fetchFailed(e, clock.instant());
      throw e;
    }
  }

  /** Before the store keeps it for a day. */
  private AccessToken checked(RequestDraft request, AccessToken token) {
    if (!Keys.isSendable(token.value())) {
      throw new VendorDecodeException(
          Failure.of(request.vendor(), request.operation())
              .attempts(0)
              .message(
                  name
                      + ": the vendor's answer holds no token, or one that a header cannot carry."
                      + " Check the base URL. If the vendor has changed, take a newer version of"
                      + " this client.")
              .build());
    }
    return token;
  }

  @Override
  public boolean renew(RequestDraft refused) {
    return brake.refused(sentWith(refused), refused.operation(), clock.instant());
  }

  @Override
  public void accepted(RequestDraft request) {
    brake.accepted(sentWith(request), request.operation());
  }

  /** The token that went with this request; empty text if it has no such header. */
  private String sentWith(RequestDraft request) {
    return request
        .header(header)
        .filter(value -> value.startsWith(prefix)) // a listener may have put another there
        .map(value -> value.substring(prefix.length()))
        .orElse("");
  }

  @Override
  public List<String> secrets() {
    return Stream.concat(secrets.get().stream(), sent.all().stream()).toList();
  }

  @Override
  public String toString() {
    return header + ": " + prefix + "****";
  }
}
