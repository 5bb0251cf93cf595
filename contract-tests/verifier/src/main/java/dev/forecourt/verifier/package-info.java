/** Verifies pacts, changes and traffic against the contracts. The commands: {@code Main --help}. */
@NullMarked
package dev.forecourt.verifier;

import org.jspecify.annotations.NullMarked;
