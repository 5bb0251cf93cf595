/**
 * The Autengo stub: generated routes and checks in {@code target/}; it answers from the examples of
 * the contract.
 */
@NullMarked
package dev.forecourt.mock.autengo;

import org.jspecify.annotations.NullMarked;
