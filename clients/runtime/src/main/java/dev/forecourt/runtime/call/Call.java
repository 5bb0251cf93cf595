package dev.forecourt.runtime.call;

import dev.forecourt.runtime.async.CallFuture;
import dev.forecourt.runtime.contract.Operation;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call of an operation with its arguments: not sent before one of its methods is called. Used
 * by generated code.
 *
 * @param <T> type of the model; {@code Void} if the operation has none
 */
public final class Call<T extends @Nullable Object> {
  private final VendorConnection connection;
  private final Operation operation;
  private final RequestOptions options;
  private final PreparedRequest prepared;
  private final AnswerReader<T> reading;

  Call(
      VendorConnection connection,
      Operation operation,
      RequestOptions options,
      PreparedRequest prepared,
      AnswerReader<T> reading) {
    this.connection = connection;
    this.operation = operation;
    this.options = options;
    this.prepared = prepared;
    this.reading = reading;
  }

  /** The same call with these query parameters, in place of those of the same names. */
  public Call<T> withQuery(Map<String, String> query) {
    RequestOptions.Builder more = options.toBuilder();
    query.forEach(more::query);
    return new Call<>(connection, operation, more.build(), prepared, reading);
  }

  /** Path and query, encoded. */
  public String target() {
    return prepared.target();
  }

  /** Sends it and gives the model. */
  public T model() {
    return connection.loop().run(operation, options, prepared, reading, false).model();
  }

  /** Sends it and gives the answer, whose model is read when it is asked for. */
  public VendorResponse<T> response() {
    return connection.loop().run(operation, options, prepared, reading, true);
  }

  /** Sends it on another thread. Cancelling the future ends the request. */
  public CompletableFuture<T> future() {
    return CallFuture.start(connection.executor(), this::model);
  }

  /** Sends it on another thread, as {@link #response} does. */
  public CompletableFuture<VendorResponse<T>> futureResponse() {
    return CallFuture.start(connection.executor(), this::response);
  }

  /** The operation. */
  @Override
  public String toString() {
    return "Call{" + operation.id() + "}";
  }
}
