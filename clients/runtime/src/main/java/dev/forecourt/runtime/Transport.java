package dev.forecourt.runtime;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * Sends a request by our own transport or the caller's, and says in our words what failed.
 *
 * <p>Failures leave as {@link VendorTransportException}. As an IOException Feign would wrap them in
 * its own, which holds the whole request and so the credentials.
 */
final class Transport implements Client, AutoCloseable {
  private final String vendor;
  private final Client client;
  private final Client wrapped;
  private final Secrets secrets;
  private volatile boolean closed;

  Transport(String vendor, Client client, UnaryOperator<Client> around, Secrets secrets) {
    this.vendor = vendor;
    this.client = client;
    this.wrapped = around.apply(client);
    this.secrets = secrets;
  }

  @Override
  public Response execute(Request request, Request.Options options) {
    if (closed) {
      throw new IllegalStateException(
          Call.of(vendor, request) + ": the client is closed. Build a new one.");
    }
    if (options instanceof Attempt attempt) {
      attempt.sending(request);
    }
    try {
      return wrapped.execute(request, options);
    } catch (IOException e) {
      throw failure(Call.of(vendor, request), e, options);
    }
  }

  /** Ends what is ours; a transport that the caller gave stays open. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (client instanceof JdkTransport own) {
        own.close();
      }
    }
  }

  private VendorTransportException failure(Call call, IOException cause, Request.Options options) {
    String again = "Try again later, and look before you repeat a POST.";
    if (cause instanceof HttpConnectTimeoutException) {
      return failure(
          call,
          "no connection within the connect timeout",
          "Check the base URL and the network.",
          false);
    }
    if (cause instanceof ConnectException) {
      return failure(call, "no connection", "Check the base URL and the network.", false);
    }
    if (cause instanceof HttpTimeoutException) {
      Duration limit = Duration.ofMillis(options.readTimeoutMillis());
      return failure(
          call,
          "no complete answer within " + limit,
          "Raise readTimeout, and look before you repeat a POST.",
          true);
    }
    if (cause instanceof InterruptedIOException && Thread.currentThread().isInterrupted()) {
      return failure(
          call, "the calling thread was interrupted", "Look before you repeat a POST.", true);
    }
    String reason = cause.getMessage() == null ? "" : ": " + secrets.hide(cause.getMessage());
    return failure(
        call,
        "the connection failed (" + cause.getClass().getSimpleName() + reason + ")",
        again,
        true);
  }

  private static VendorTransportException failure(
      Call call, String what, String nextStep, boolean mayHaveArrived) {
    return new VendorTransportException(
        call + ": " + what + " for " + call.request() + ". " + nextStep, mayHaveArrived);
  }
}
