/**
 * The Autochat stub: generated routes and checks in {@code target/}; tokens, cars and options
 * written by hand.
 */
@NullMarked
package dev.forecourt.mock.autochat;

import org.jspecify.annotations.NullMarked;
