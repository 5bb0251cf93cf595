/** Generates, compiles and calls clients in one process. */
@NullMarked
package dev.forecourt.clients.corpus;

import org.jspecify.annotations.NullMarked;
