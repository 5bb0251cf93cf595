package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a vendor's token host from a flood of requests. One for each token of a store, however many
 * clients of the process use it.
 *
 * <p>A token that was accepted once and is refused later has ended early: it is replaced at once. A
 * new token that is refused says that another would be refused too: then, and after a refused
 * request for a token, comes a pause. It counts for the operation that was refused: another one may
 * show that the token is good, and that the first is a matter of rights.
 */
final class TokenBrake {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** Ends of tokens this long after they were issued are worth a pause, but for the first few. */
  private static final Duration YOUNG = LONGEST_PAUSE;

  private static final int MOST_YOUNG = 3;

  /** A wrong date in one answer must not stop a process for days. */
  private static final Duration LONGEST_WISH = Duration.ofHours(1);

  private static final String CHECK =
      "Check the credentials given to the builder, and wait until then.";
  private static final String CHECK_URL = "Check the base URL of the tokens, and wait until then.";
  private static final String WAIT = "Wait until then.";

  private static final Map<TokenStore, Map<String, TokenBrake>> BRAKES = new WeakHashMap<>();

  /** Operations that got a new token after a 401 and have not been accepted since. */
  private final Set<String> renewedFor = new HashSet<>();

  /** Operations whose request was refused with the new token. */
  private final Set<String> refusedFor = new HashSet<>();

  private volatile @Nullable String unproven;
  private volatile boolean quiet = true;
  private @Nullable String dead;
  private @Nullable String newest;
  private Instant fetchedAt = Instant.MIN;
  private int endedYoung;
  private int failures;
  private Instant pausedUntil = Instant.MIN;
  private String reason = "";
  private String advice = "";

  /** The brake of a token. */
  static TokenBrake of(TokenStore store, String name) {
    synchronized (BRAKES) {
      return BRAKES
          .computeIfAbsent(store, unused -> new ConcurrentHashMap<>())
          .computeIfAbsent(name, unused -> new TokenBrake());
    }
  }

  /** Whether a token was refused for good: it must not be sent any more. */
  boolean isDead(String token) {
    return !quiet && isNow(token);
  }

  private synchronized boolean isNow(String token) {
    return token.equals(dead);
  }

  /** Throws if this operation was refused with the token that there is, and the pause goes on. */
  void beforeUse(RequestDraft request, Instant now) {
    if (quiet) {
      return;
    }
    synchronized (this) {
      if (unproven != null && refusedFor.contains(request.operation())) {
        refuseIfPaused(request, now);
        dead = unproven;
        unproven = null;
        refusedFor.clear();
      }
    }
  }

  /** Throws if no token may be asked for yet. */
  synchronized void beforeFetch(RequestDraft request, Instant now) {
    refuseIfPaused(request, now);
  }

  private void refuseIfPaused(RequestDraft request, Instant now) {
    if (now.isBefore(pausedUntil)) {
      throw new TokenPausedException(
          Failure.of(request.vendor(), request.operation())
              .attempts(0)
              .outcome(Outcome.NOT_SENT)
              .retryAt(pausedUntil)
              .message(
                  request.vendor()
                      + " "
                      + request.operation()
                      + ": not sent, because "
                      + reason
                      + ". The next token is asked for from "
                      + pausedUntil
                      + " on. "
                      + advice)
              .build());
    }
  }

  /** A token was fetched; nobody knows yet whether it is good. */
  synchronized void fetched(String token, Instant now) {
    unproven = token;
    newest = token;
    fetchedAt = now;
    quiet = false;
  }

  /** The request for a token failed. */
  synchronized void fetchFailed(VendorException failure, Instant now) {
    if (failure instanceof VendorResponseException refused) {
      boolean ours = Set.of(400, 401, 403).contains(refused.status());
      pause(
          now,
          "the request for a token was refused with status " + refused.status(),
          ours ? CHECK : WAIT);
      refused
          .retryAt()
          .filter(at -> at.isAfter(pausedUntil))
          .ifPresent(at -> pausedUntil = earlier(at, now.plus(LONGEST_WISH)));
    } else if (failure instanceof VendorDecodeException) {
      pause(now, "the answer to the request for a token could not be read", CHECK_URL);
    } else if (failure.outcome() == Outcome.UNKNOWN
        && failure.getCause() instanceof IOException broken
        && !(broken instanceof InterruptedIOException)) {
      // of a timeout, nobody else hears: it is that of one caller
      pause(now, "the connection broke at the request for a token", WAIT);
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** A request was answered 401. True if a new token is worth trying. */
  synchronized boolean refused(String token, String operation, Instant now) {
    if (token.equals(dead)) {
      // another call has found out before
      return true;
    }
    if (token.equals(unproven)) {
      if (refusedFor.isEmpty()) {
        pause(now, "the vendor refused a new token with status 401", CHECK);
      }
      refusedFor.add(operation);
      return false;
    }
    if (renewedFor.contains(operation)) {
      // it had a new token already, and another operation found that one good
      return false;
    }
    if (token.equals(newest) && endsTooSoon(now)) {
      // it was accepted before; the next one would hardly fare better
      return false;
    }
    renewedFor.add(operation);
    dead = token;
    quiet = false;
    return true;
  }

  /** Whether new tokens end soon time and again, so that it is too early for the next one. */
  private boolean endsTooSoon(Instant now) {
    Duration age = Duration.between(fetchedAt, now);
    if (endedYoung >= MOST_YOUNG && age.compareTo(growing(endedYoung - MOST_YOUNG)) < 0) {
      return true;
    }
    endedYoung = age.compareTo(YOUNG) < 0 ? endedYoung + 1 : 0;
    return false;
  }

  /** A request was answered, and not with 401. */
  void accepted(String token, String operation) {
    if (quiet) {
      return;
    }
    synchronized (this) {
      renewedFor.remove(operation);
      if (token.equals(unproven)) {
        unproven = null;
        refusedFor.clear();
        failures = 0;
        pausedUntil = Instant.MIN;
      }
      quiet = unproven == null && renewedFor.isEmpty() && dead == null;
    }
  }

  private static Duration growing(int times) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(times, 10));
    return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
  }

  private void pause(Instant now, String why, String next) {
    pausedUntil = now.plus(growing(failures));
    failures++;
    reason = why;
    advice = next;
    quiet = false;
  }

  /** Without the token. */
  @Override
  public synchronized String toString() {
    return "TokenBrake{failures=" + failures + ", pausedUntil=" + pausedUntil + "}";
  }
}
