package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.RequestDraft;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.CallCancelledException;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.HttpStatuses;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.json.Drift;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.SecretTexts;
import dev.forecourt.runtime.json.UnreadableJsonException;
import dev.forecourt.runtime.observe.Listeners;
import dev.forecourt.runtime.observe.OutgoingRequest;
import dev.forecourt.runtime.observe.RequestEvent;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Sends one request and makes of what comes a response or a failure; notifies the listeners. */
final class Exchange implements AutoCloseable {
  private final String vendor;
  private final Drafts drafts;
  private final Transport transport;
  private final Refusals refusals;
  private final Unanswered unanswered;
  private final Listeners listeners;
  private final Secrets secrets;
  private final AtomicBoolean closed = new AtomicBoolean();

  Exchange(
      String vendor,
      Drafts drafts,
      Transport transport,
      Refusals refusals,
      Listeners listeners,
      Secrets secrets) {
    this.vendor = vendor;
    this.drafts = drafts;
    this.transport = transport;
    this.refusals = refusals;
    this.unanswered = new Unanswered(secrets);
    this.listeners = listeners;
    this.secrets = secrets;
  }

  boolean isClosed() {
    return closed.get();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      transport.close();
    }
  }

  Attempt attempt(
      Operation operation, int number, RequestDraft draft, Duration timeout, boolean cutShort) {
    String server = drafts.server(operation);
    OutgoingRequest outgoing =
        new OutgoingRequest(vendor, operation, URI.create(server), number, draft);
    listeners.starting(outgoing);
    WireRequest wire =
        new WireRequest(
            draft.method(),
            URI.create(server + draft.target()),
            draft.headers(),
            draft.body(),
            timeout);
    return new Attempt(new SentRequest(vendor, operation, wire, number), outgoing, cutShort);
  }

  /** One request. */
  final class Attempt {
    private final SentRequest request;
    private final OutgoingRequest outgoing;
    private final boolean cutShort;
    private final long start = System.nanoTime();
    private long took;
    private @Nullable WireResponse answer;
    private @Nullable VendorException failure;
    private boolean worthRepeating;
    private List<Drift> drifts = List.of();

    private Attempt(SentRequest request, OutgoingRequest outgoing, boolean cutShort) {
      this.request = request;
      this.outgoing = outgoing;
      this.cutShort = cutShort;
    }

    /** The response; null if there is a {@link #failure}. */
    <T extends @Nullable Object> @Nullable VendorResponse<T> send(
        AnswerReader<T> reading, boolean raw) {
      try {
        WireResponse came = transport.send(request.wire());
        answer = came;
        if (!outgoing.operation().accepts(came.status())) {
          throw refusals.exception(request, came);
        }
        VendorResponse<T> response =
            new VendorResponse<>(
                came.status(), came.headers(), came.body(), () -> read(came, reading));
        if (!raw) {
          drifts = response.drifts();
        }
        took = System.nanoTime() - start;
        ended(null);
        return response;
      } catch (VendorException e) {
        failure = e;
      } catch (TransportFailure | RuntimeException e) {
        unanswered(Unanswered.of(request, e));
      }
      took = System.nanoTime() - start;
      return null;
    }

    private void unanswered(TransportFailure thrown) {
      TransportFailure why =
          closed.get() && thrown.kind() != TransportFailure.Kind.INTERRUPTED
              ? new TransportFailure(
                  TransportFailure.Kind.CLOSED,
                  thrown.host(),
                  thrown.mayHaveArrived(),
                  "closed",
                  null)
              : thrown;
      worthRepeating = Unanswered.worthRepeating(why);
      Failure facts = unanswered.failure(request, why, cutShort);
      failure = new VendorTransportException(facts);
      if (why.kind() == TransportFailure.Kind.INTERRUPTED) {
        took = System.nanoTime() - start;
        ended(null);
        Thread.currentThread().interrupt();
        throw new CallCancelledException(facts);
      }
    }

    private <T extends @Nullable Object> Reading<T> read(
        WireResponse came, AnswerReader<T> reading) {
      try {
        Reading<T> read = reading.read(came.body(), Received.charset(came.headers()));
        secrets.remember(new SecretTexts().within(read.value()).toList());
        return read;
      } catch (UnreadableJsonException e) {
        throw unreadable(came, e);
      }
    }

    private VendorDecodeException unreadable(WireResponse came, UnreadableJsonException why) {
      String where = why.path().isEmpty() ? "" : " at " + why.path();
      // Jackson quotes the value it cannot read, and the vendor may have written the key there
      String message =
          request
              + ": the "
              + HttpStatuses.named(came.status())
              + " answer to "
              + request.shown(secrets)
              + " is not what the contract describes"
              + where
              + ": "
              + secrets.hide(Objects.requireNonNullElse(why.getMessage(), ""))
              + ". The vendor reports success: do not repeat a change. withRawResponse() gives the"
              + " answer as it came. Check the base URL; if the vendor has changed, take a newer"
              + " version of this client.";
      return new VendorDecodeException(
          Shown.of(came, secrets)
              .in(request.failure(secrets))
              .jsonPath(why.path().isEmpty() ? null : why.path())
              .message(message)
              .build());
    }

    VendorException failure() {
      return Objects.requireNonNull(failure);
    }

    boolean isWorthRepeating() {
      return worthRepeating;
    }

    /** Notifies the listeners. The wait is the one before the next attempt; null for none. */
    void ended(@Nullable Duration wait) {
      WireResponse came = failure == null ? answer : null;
      listeners.ended(
          new RequestEvent(
              outgoing,
              request.wire(),
              came,
              failure,
              drifts,
              Duration.ofNanos(took),
              wait,
              secrets));
    }
  }
}
