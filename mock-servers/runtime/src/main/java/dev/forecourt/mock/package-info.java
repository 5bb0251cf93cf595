/** Mock servers for tests: start one with {@link dev.forecourt.mock.MockServer}. */
@NullMarked
package dev.forecourt.mock;

import org.jspecify.annotations.NullMarked;
