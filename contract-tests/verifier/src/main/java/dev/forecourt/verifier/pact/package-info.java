/** Pact files against a contract, without any server: what is expected, and what matchers allow. */
@NullMarked
package dev.forecourt.verifier.pact;

import org.jspecify.annotations.NullMarked;
