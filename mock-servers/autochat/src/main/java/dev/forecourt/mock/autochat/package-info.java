/**
 * The Autochat stub: generated routes and checks in {@code target/}; it answers from the examples
 * of the contract.
 */
@NullMarked
package dev.forecourt.mock.autochat;

import org.jspecify.annotations.NullMarked;
