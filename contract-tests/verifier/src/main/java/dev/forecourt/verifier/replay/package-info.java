/** Sends the interactions of a pact file to a host, and says what the answer makes of them. */
@NullMarked
package dev.forecourt.verifier.replay;

import org.jspecify.annotations.NullMarked;
