/**
 * Stubs for tests that run on JUnit 5. Start at {@link dev.forecourt.mock.junit.ForecourtMocks}.
 */
@NullMarked
package dev.forecourt.mock.junit;

import org.jspecify.annotations.NullMarked;
