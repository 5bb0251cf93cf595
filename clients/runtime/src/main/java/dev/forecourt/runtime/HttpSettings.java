package dev.forecourt.runtime;

import java.net.ProxySelector;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a pool of connections depends on. Clients with equal settings share one.
 *
 * @param connectTimeout longest wait for a connection
 * @param proxy chooses proxies; null for the JVM's own
 * @param ssl certificates; null for the JVM's own
 * @param plain whether only http is spoken, never https
 */
public record HttpSettings(
    Duration connectTimeout,
    @Nullable ProxySelector proxy,
    @Nullable SSLContext ssl,
    boolean plain) {}
