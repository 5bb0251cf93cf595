package dev.forecourt.runtime.call;

import dev.forecourt.runtime.HttpSettings;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.RequestListener;
import feign.Client;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a client, checked.
 *
 * @param baseUrl host to call; null for the servers of the contract
 * @param otherServers hosts to call instead of other servers of the contract, by their URL
 * @param connectTimeout longest wait for a connection
 * @param readTimeout longest wait for a whole answer
 * @param http what the pool of connections depends on; unused with a transport
 * @param transport what sends the requests; null for our own
 * @param around wraps what sends the requests
 * @param retries when a request is sent again
 * @param limiter asked before each request; null for none
 * @param headers sent where an operation takes them, by name
 * @param listeners hear of every request
 * @param clock for waits and tokens
 * @param sleeper waits
 * @param random jitter, from 0 to 1
 */
public record ConnectionSettings(
    @Nullable String baseUrl,
    Map<String, String> otherServers,
    Duration connectTimeout,
    Duration readTimeout,
    HttpSettings http,
    @Nullable Client transport,
    UnaryOperator<Client> around,
    RetryPolicy retries,
    @Nullable RequestLimiter limiter,
    Map<String, String> headers,
    List<RequestListener> listeners,
    Clock clock,
    Sleeper sleeper,
    DoubleSupplier random) {}
