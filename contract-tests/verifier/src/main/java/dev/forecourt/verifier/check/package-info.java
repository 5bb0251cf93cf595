/** One request with its answer against the contract, wherever the two come from. */
@NullMarked
package dev.forecourt.verifier.check;

import org.jspecify.annotations.NullMarked;
