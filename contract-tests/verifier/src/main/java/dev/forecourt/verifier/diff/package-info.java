/** Which consumers a change of a contract would break, by their pacts. */
@NullMarked
package dev.forecourt.verifier.diff;

import org.jspecify.annotations.NullMarked;
