/**
 * The Fidelisa stub: generated routes and checks in {@code target/}; it answers from the examples
 * of the contract.
 */
@NullMarked
package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.NullMarked;
