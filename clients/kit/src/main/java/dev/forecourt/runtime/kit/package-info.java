/**
 * A wire server that keeps the bytes of each request, and the tests that every vendor client
 * passes.
 */
@NullMarked
package dev.forecourt.runtime.kit;

import org.jspecify.annotations.NullMarked;
