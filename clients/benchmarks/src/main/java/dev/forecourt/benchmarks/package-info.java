/** Measures what a call costs, beside the same call by hand and by other clients. */
@NullMarked
package dev.forecourt.benchmarks;

import org.jspecify.annotations.NullMarked;
