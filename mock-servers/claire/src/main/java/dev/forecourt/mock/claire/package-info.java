/**
 * The Claire stub: generated routes and checks in {@code target/}; state in memory, imports and
 * webhooks written by hand.
 */
@NullMarked
package dev.forecourt.mock.claire;

import org.jspecify.annotations.NullMarked;
