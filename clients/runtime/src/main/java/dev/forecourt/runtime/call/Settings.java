package dev.forecourt.runtime.call;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a client, checked.
 *
 * @param baseUrl host to call; null for the servers of the contract
 * @param otherServers hosts to call instead of other servers of the contract, by their URL
 * @param readTimeout longest wait for a whole answer
 * @param transport makes what sends the requests, one for each connection
 * @param retries when a request is repeated
 * @param limiter asked before each request; null for none
 * @param headers sent with every request, by name
 * @param query sent with every request, by name
 * @param headersWhereTaken sent where an operation takes them, by name
 * @param listeners notified of every request
 * @param clock for waits and tokens
 * @param sleeper waits
 * @param random jitter, from 0 to 1
 * @param executor runs asynchronous calls; null for threads of our own
 */
public record Settings(
    @Nullable String baseUrl,
    Map<String, String> otherServers,
    Duration readTimeout,
    Supplier<Transport> transport,
    RetryPolicy retries,
    @Nullable RequestLimiter limiter,
    Map<String, String> headers,
    Map<String, String> query,
    Map<String, String> headersWhereTaken,
    List<RequestListener> listeners,
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random,
    @Nullable Executor executor) {}
