/** One report of what the last test run proved, operation by operation. */
@NullMarked
package dev.forecourt.verifier.report;

import org.jspecify.annotations.NullMarked;
