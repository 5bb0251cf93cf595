package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Credential;
import dev.forecourt.runtime.credentials.RequestDraft;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.limits.RequestLimiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends the request of a call, and repeats it as {@link RetryPolicy} says: the only layer that
 * does.
 */
final class CallLoop {
  /** Where time limit and timeout differ by less than this, the timeout is what a caller set. */
  private static final Duration NEARLY = Duration.ofMillis(50);

  private final String vendor;
  private final Settings settings;
  private final Drafts drafts;
  private final Exchange exchange;

  CallLoop(String vendor, Settings settings, Drafts drafts, Exchange exchange) {
    this.vendor = vendor;
    this.settings = settings;
    this.drafts = drafts;
    this.exchange = exchange;
  }

  <T extends @Nullable Object> VendorResponse<T> run(
      Operation operation,
      RequestOptions options,
      PreparedRequest prepared,
      AnswerReader<T> reading,
      boolean raw) {
    RetryPolicy policy = options.retries().orElse(settings.retries());
    boolean repeatable = operation.idempotent() || options.repeatable();
    Instant end = settings.clock().instant().plus(policy.timeLimit());
    List<Credential> credentials = drafts.credentials(operation);
    Outcome before = Outcome.NOT_SENT;
    boolean renewed = false;
    int retries = 0;
    for (int number = 1; ; number++) {
      if (exchange.isClosed()) {
        throw new IllegalStateException(
            vendor + " " + operation.id() + ": the client is closed. Build a new one.");
      }
      waitForPermit(operation, number, end);
      RequestDraft draft = drafts.draft(operation, prepared, options);
      secure(draft, credentials, number, timeout(options, end));
      // anew: the credentials may have waited
      Duration timeout = timeout(options, end);
      Exchange.Attempt attempt =
          exchange.attempt(
              operation, number, draft, timeout, timeout.compareTo(readTimeout(options)) < 0);
      VendorResponse<T> response = sent(attempt, reading, raw, before);
      if (response != null) {
        credentials.forEach(credential -> credential.accepted(draft));
        return response;
      }
      VendorException failure = attempt.failure();
      before = worse(before, failure.outcome());
      Duration wait = null;
      if (failure instanceof UnauthorizedException) {
        // all of them hear of it, also if the call was renewed before: a pause depends on it
        boolean better =
            credentials.stream().filter(credential -> credential.renew(draft)).count() > 0;
        if (better && !renewed) {
          renewed = true;
          wait = Duration.ZERO;
        }
      } else if (!(failure instanceof VendorTransportException)) {
        credentials.forEach(credential -> credential.accepted(draft));
      }
      if (wait == null
          && repeatable
          && retries < policy.maxRetries()
          && worthRepeating(policy, failure, attempt)) {
        retries++;
        wait = inTime(delay(policy, retries, failure), end);
      }
      attempt.ended(wait);
      if (wait == null) {
        throw afterOthers(failure, before);
      }
      sleep(operation, number + 1, wait);
      if (exchange.isClosed()) {
        throw afterOthers(failure, before);
      }
    }
  }

  private static <T extends @Nullable Object> @Nullable VendorResponse<T> sent(
      Exchange.Attempt attempt, AnswerReader<T> reading, boolean raw, Outcome before) {
    try {
      return attempt.send(reading, raw);
    } catch (CallCancelledException e) {
      throw new CallCancelledException(
          e.failure().toBuilder().outcome(worse(before, e.outcome())).build());
    }
  }

  /** A request that was not sent does not make up for one before it that may have arrived. */
  private static VendorException afterOthers(VendorException failure, Outcome all) {
    return failure.outcome() == all
        ? failure
        : failure.with(failure.failure().toBuilder().outcome(all).build());
  }

  private static Outcome worse(Outcome one, Outcome other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private void secure(
      RequestDraft draft, List<Credential> credentials, int number, Duration timeout) {
    try {
      for (Credential credential : credentials) {
        credential.apply(draft, timeout);
      }
    } catch (InterruptedException e) {
      throw cancelled(draft.operation(), number, "while it waited for a token");
    } catch (CallCancelledException e) {
      // it was the request for a token that ended; that of this call was not sent
      throw cancelled(draft.operation(), number, "while it fetched a token");
    } catch (TokenPausedException e) {
      throw number == 1
          ? e
          : e.with(e.failure().toBuilder().attempts(number - 1).outcome(Outcome.UNKNOWN).build());
    } catch (TimeoutException e) {
      throw new VendorTransportException(
          notSent(draft.operation(), number)
              .message(
                  vendor
                      + " "
                      + draft.operation()
                      + ": not sent, because "
                      + e.getMessage()
                      + ". Raise readTimeout, or try again.")
              .build());
    }
  }

  private Duration readTimeout(RequestOptions options) {
    return options.timeout().orElse(settings.readTimeout());
  }

  /** The rest of the time limit, and never zero. */
  private Duration timeout(RequestOptions options, Instant end) {
    Duration timeout = readTimeout(options);
    Duration left = Duration.between(settings.clock().instant(), end);
    Duration most = left.plus(NEARLY).compareTo(timeout) < 0 ? left : timeout;
    return most.toMillis() < 1 ? Duration.ofMillis(1) : most;
  }

  private boolean worthRepeating(
      RetryPolicy policy, VendorException failure, Exchange.Attempt attempt) {
    if (exchange.isClosed()) {
      return false;
    }
    if (failure instanceof VendorResponseException refused) {
      return policy.statuses().contains(refused.status());
    }
    return failure instanceof VendorTransportException && attempt.isWorthRepeating();
  }

  /** What the vendor asks for, to the second; else a random part of the policy's delay. */
  private Duration delay(RetryPolicy policy, int retry, VendorException failure) {
    if (failure instanceof VendorResponseException refused) {
      Optional<Instant> wish = refused.retryAt();
      if (wish.isPresent()) {
        Duration wait = Duration.between(settings.clock().instant(), wish.get());
        if (wait.compareTo(Duration.ZERO) > 0) {
          return wait;
        }
      }
    }
    Duration longest = policy.longestDelay(retry);
    return Duration.ofNanos((long) (longest.toNanos() * settings.random().getAsDouble()));
  }

  /** The wait, or null if it would end too late. */
  private @Nullable Duration inTime(Duration wait, Instant end) {
    return settings.clock().instant().plus(wait).isBefore(end) ? wait : null;
  }

  private void waitForPermit(Operation operation, int number, Instant end) {
    if (settings.limiter() == null) {
      return;
    }
    for (Duration wait = permit(operation, number, settings.limiter());
        wait.compareTo(Duration.ZERO) > 0;
        wait = permit(operation, number, settings.limiter())) {
      if (inTime(wait, end) == null) {
        Instant retryAt = settings.clock().instant().plus(wait);
        throw new RequestLimitException(
            notSent(operation.id(), number)
                .retryAt(retryAt)
                .message(
                    vendor
                        + " "
                        + operation.id()
                        + ": not sent, because the limiter of this client is used up until "
                        + retryAt
                        + ". Wait until then, send less, or raise the time limit of the retry"
                        + " policy.")
                .build());
      }
      sleep(operation, number, wait);
    }
  }

  private Duration permit(Operation operation, int number, RequestLimiter limiter) {
    try {
      return limiter.acquire();
    } catch (RuntimeException e) {
      if (Thread.currentThread().isInterrupted()) {
        throw cancelled(operation.id(), number, "while it asked its limiter");
      }
      throw new RequestLimitException(
          notSent(operation.id(), number)
              .retryAt(settings.clock().instant())
              .cause(e)
              .message(
                  vendor
                      + " "
                      + operation.id()
                      + ": not sent, because the limiter of this client failed with "
                      + rootOf(e).getClass().getName()
                      + ". If it shares a bucket, check the store of the bucket; a later call asks"
                      + " it anew.")
              .build());
    }
  }

  /** What a library wraps says more than its wrapper. */
  private static Throwable rootOf(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; depth < 10 && root.getCause() != null; depth++) {
      root = root.getCause();
    }
    return root;
  }

  private void sleep(Operation operation, int number, Duration wait) {
    if (wait.isZero()) {
      return;
    }
    try {
      settings.sleeper().sleep(wait);
    } catch (InterruptedException e) {
      throw cancelled(operation.id(), number, "while it waited to send");
    }
  }

  private CallCancelledException cancelled(String operation, int number, String when) {
    Thread.currentThread().interrupt();
    return new CallCancelledException(
        notSent(operation, number)
            .cancelled()
            .message(
                vendor + " " + operation + ": the calling thread was interrupted " + when + ".")
            .build());
  }

  /** Of this attempt; an earlier one may have arrived. */
  private Failure.Builder notSent(String operation, int number) {
    return Failure.of(vendor, operation)
        .attempts(number - 1)
        .outcome(number == 1 ? Outcome.NOT_SENT : Outcome.UNKNOWN);
  }
}
