package dev.forecourt.runtime;

import dev.forecourt.runtime.call.Attempt;
import dev.forecourt.runtime.call.Call;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLHandshakeException;

/**
 * Sends a request by our own transport or the caller's, and says in our words what failed.
 *
 * <p>Failures leave as {@link VendorTransportException}. As an IOException Feign would wrap them in
 * its own, which holds the whole request and so the credentials.
 */
public final class Transport implements Client, AutoCloseable {
  private static final String LOOK = "look before you repeat a POST.";

  private final String vendor;
  private final Client client;
  private final Client wrapped;
  private final Secrets secrets;
  private final AtomicBoolean closed = new AtomicBoolean();

  public Transport(String vendor, Client client, UnaryOperator<Client> around, Secrets secrets) {
    this.vendor = vendor;
    this.client = client;
    this.wrapped = around.apply(client);
    this.secrets = secrets;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    if (isClosed()) {
      throw new IllegalStateException(
          Call.of(vendor, request) + ": the client is closed. Build a new one.");
    }
    if (options instanceof Attempt attempt) {
      attempt.sending(request);
    }
    try {
      Response answer = wrapped.execute(request, options);
      return wrapped instanceof JdkTransport ? answer : read(answer, request);
    } catch (VendorException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw failure(request, e, options);
    }
  }

  /**
   * The whole answer of a transport of the caller: Feign wraps what fails later in an exception
   * that holds the request.
   */
  private static Response read(Response answer, Request request) throws IOException {
    byte[] bytes = new byte[0];
    if (answer.body() != null) {
      try (Response.Body body = answer.body()) {
        bytes = body.asInputStream().readAllBytes();
      }
    }
    // the request with its operation, whatever a transport of the caller made of it
    return answer.toBuilder().request(request).body(new AnswerBody(bytes)).build();
  }

  public boolean isClosed() {
    return closed.get();
  }

  /** Ends what is ours; a transport that the caller gave stays open. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true) && client instanceof JdkTransport own) {
      own.close();
    }
  }

  private VendorTransportException failure(
      Request request, Exception cause, Request.Options options) {
    if (isClosed()) {
      return failure(
          request,
          "the client was closed before the answer came",
          "Build a new one, and " + LOOK,
          true);
    }
    if (cause instanceof HttpConnectTimeoutException) {
      return failure(
          request,
          "no connection within the connect timeout",
          "Check the base URL and the network.",
          false);
    }
    if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
      return failure(request, "no connection", "Check the base URL and the network.", false);
    }
    if (cause instanceof SSLHandshakeException) {
      return failure(
          request,
          "no TLS connection (" + words(request, cause) + ")",
          "Check the base URL, and whom the sslContext of the builder trusts.",
          false);
    }
    if (cause instanceof HttpTimeoutException) {
      boolean cutShort = options instanceof Attempt attempt && attempt.isCutShort();
      return failure(
          request,
          "no complete answer within " + Duration.ofMillis(options.readTimeoutMillis()),
          (cutShort ? "Raise the time limit of the retry policy" : "Raise readTimeout")
              + ", and "
              + LOOK,
          true);
    }
    if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return failure(
          request, "the calling thread was interrupted", "Look before you repeat a POST.", true);
    }
    return failure(
        request,
        "the connection failed (" + words(request, cause) + ")",
        "Try again later, and " + LOOK,
        true);
  }

  /** Type and message; transports like to quote the URL, whose query we never show. */
  private String words(Request request, Exception cause) {
    String type = cause.getClass().getSimpleName();
    if (cause.getMessage() == null) {
      return type;
    }
    int query = request.url().indexOf('?');
    String message =
        query < 0
            ? cause.getMessage()
            : cause.getMessage().replace(request.url().substring(query + 1), "****");
    return type + ": " + secrets.hide(message);
  }

  private VendorTransportException failure(
      Request request, String what, String nextStep, boolean mayHaveArrived) {
    Call call = Call.of(vendor, request);
    return new VendorTransportException(
        call + ": " + what + " for " + secrets.hide(call.request()) + ". " + nextStep,
        mayHaveArrived);
  }
}
