/** One report of what the last test run proved, operation by operation. */
@NullMarked
package dev.forecourt.contracttests.report;

import org.jspecify.annotations.NullMarked;
