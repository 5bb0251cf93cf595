/**
 * The Claire stub: generated routes and checks in {@code target/}; it answers from the examples of
 * the contract.
 */
@NullMarked
package dev.forecourt.mock.claire;

import org.jspecify.annotations.NullMarked;
