/** Calls of each vendor as the documentation site shows them, executed against the mock. */
@NullMarked
package dev.forecourt.contracttests.examples;

import org.jspecify.annotations.NullMarked;
