/**
 * Sends one request and reads the whole answer: sockets, TLS, proxies, codings, limits and pools.
 */
@NullMarked
package dev.forecourt.runtime.http;

import org.jspecify.annotations.NullMarked;
