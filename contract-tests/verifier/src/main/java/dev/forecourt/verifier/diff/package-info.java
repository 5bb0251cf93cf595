/** What changed between two versions of contracts, by rules, and which consumers it breaks. */
@NullMarked
package dev.forecourt.verifier.diff;

import org.jspecify.annotations.NullMarked;
