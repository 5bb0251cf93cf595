/**
 * The Fidelisa stub: generated routes and checks in {@code target/}, behaviour and seed data here.
 */
@NullMarked
package dev.forecourt.mock.fidelisa;

import org.jspecify.annotations.NullMarked;
