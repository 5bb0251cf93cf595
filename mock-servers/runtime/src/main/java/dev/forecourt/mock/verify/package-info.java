/** Verifies what a mock was sent: start at {@link dev.forecourt.mock.verify.RequestPattern}. */
@NullMarked
package dev.forecourt.mock.verify;

import org.jspecify.annotations.NullMarked;
