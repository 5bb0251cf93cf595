/**
 * The parts of a stub whose behaviour nobody has written: it remembers by the convention of
 * collections and items, and answers all else from the examples of its contract.
 */
@NullMarked
package dev.forecourt.mock.convention;

import org.jspecify.annotations.NullMarked;
