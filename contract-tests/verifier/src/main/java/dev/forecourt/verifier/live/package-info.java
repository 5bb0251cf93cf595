/** Holds the vendors themselves against pacts and contracts. */
@NullMarked
package dev.forecourt.verifier.live;

import org.jspecify.annotations.NullMarked;
