/** Measures the mocks beside a bare Vert.x server that returns the same bytes, and beside Prism. */
@NullMarked
package dev.forecourt.mock.benchmarks;

import org.jspecify.annotations.NullMarked;
