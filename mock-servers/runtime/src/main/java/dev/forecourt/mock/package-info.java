/** Stub servers for tests: start one. */
@NullMarked
package dev.forecourt.mock;

import org.jspecify.annotations.NullMarked;
