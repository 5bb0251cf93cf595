package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.Listeners;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sends the request of a call, and again as {@link RetryPolicy} says: the only layer that does. */
final class CallLoop {
  private static final Set<Integer> WORTH_REPEATING = Set.of(429, 502, 503, 504);

  private final String vendor;
  private final ConnectionSettings settings;
  private final Listeners listeners;
  private final BooleanSupplier closed;

  CallLoop(
      String vendor, ConnectionSettings settings, Listeners listeners, BooleanSupplier closed) {
    this.vendor = vendor;
    this.settings = settings;
    this.listeners = listeners;
    this.closed = closed;
  }

  <T extends @Nullable Object> VendorResponse<T> run(
      Operation operation, RequestOptions options, Function<Attempt, VendorResponse<T>> send) {
    RetryPolicy policy = options.retries().orElse(settings.retries());
    boolean repeatable = operation.idempotent() || options.repeatable();
    Instant end = settings.clock().instant().plus(policy.timeLimit());
    boolean renewed = false;
    int retries = 0;
    for (int number = 1; ; number++) {
      waitForLeave(operation, end);
      Attempt attempt = attempt(operation, number, options, end);
      long start = System.nanoTime();
      VendorException failure;
      try {
        VendorResponse<T> response = send.apply(attempt);
        listeners.ended(vendor, attempt, response, null, since(start), null);
        return response;
      } catch (VendorException e) {
        failure = e;
      }
      Duration took = since(start);
      if (attempt.request() == null) {
        // nothing was sent: the call for a token failed, and that was repeated as it may be
        throw failure;
      }
      Duration wait = null;
      if (!renewed && failure instanceof UnauthorizedException && attempt.renewCredentials()) {
        renewed = true;
        wait = Duration.ZERO;
      } else if (repeatable && retries < policy.maxRetries() && worthRepeating(failure)) {
        retries++;
        wait = inTime(delay(policy, retries, failure), end);
      }
      failure.attempts(number);
      listeners.ended(vendor, attempt, null, failure, took, wait);
      if (wait == null || !slept(wait) || closed.getAsBoolean()) {
        throw failure;
      }
    }
  }

  private Attempt attempt(Operation operation, int number, RequestOptions options, Instant end) {
    Duration timeout = options.timeout().orElse(settings.readTimeout());
    Duration left = Duration.between(settings.clock().instant(), end);
    // the rest of the time limit, and never zero, which would mean to wait for ever
    Duration most = left.compareTo(timeout) < 0 ? left : timeout;
    return new Attempt(
        operation,
        number,
        options.headers(),
        settings.connectTimeout(),
        most.toMillis() < 1 ? Duration.ofMillis(1) : most,
        left.compareTo(timeout) < 0);
  }

  private boolean worthRepeating(VendorException failure) {
    if (closed.getAsBoolean()) {
      return false;
    }
    if (failure instanceof VendorResponseException refused) {
      return WORTH_REPEATING.contains(refused.status());
    }
    return failure instanceof VendorTransportException && !Thread.currentThread().isInterrupted();
  }

  /** What the vendor asks for, to the second; else a random part of the policy's delay. */
  private Duration delay(RetryPolicy policy, int retry, VendorException failure) {
    if (failure instanceof VendorResponseException refused) {
      Optional<Instant> told = refused.retryAt();
      if (told.isPresent()) {
        Duration wait = Duration.between(settings.clock().instant(), told.get());
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

  private void waitForLeave(Operation operation, Instant end) {
    if (settings.limiter() == null) {
      return;
    }
    for (Duration wait = leave(operation, settings.limiter());
        wait.compareTo(Duration.ZERO) > 0;
        wait = leave(operation, settings.limiter())) {
      if (inTime(wait, end) == null || !slept(wait)) {
        Instant retryAt = settings.clock().instant().plus(wait);
        throw new RequestLimitException(
            vendor
                + " "
                + operation.id()
                + ": not sent, because the limiter of this client is used up until "
                + retryAt
                + ". Wait until then, send less, or raise the time limit of the retry policy.",
            retryAt);
      }
    }
  }

  private Duration leave(Operation operation, RequestLimiter limiter) {
    try {
      return limiter.acquire();
    } catch (RuntimeException e) {
      throw new RequestLimitException(
          vendor
              + " "
              + operation.id()
              + ": not sent, because the limiter of this client failed with "
              + rootOf(e).getClass().getName()
              + ". If it shares a bucket, check the store of the bucket; a later call asks it"
              + " anew.",
          settings.clock().instant(),
          e);
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

  /** False if the thread was interrupted, which it then still is. */
  private boolean slept(Duration wait) {
    if (wait.isZero()) {
      return true;
    }
    try {
      settings.sleeper().sleep(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Duration since(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
