/**
 * Makes one wrong change after another in a copy of a contract, and counts which of them somebody
 * notices.
 */
@NullMarked
package dev.forecourt.trials.mutation;

import org.jspecify.annotations.NullMarked;
