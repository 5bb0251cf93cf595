/** Holds the vendors themselves against pacts and contracts. */
@NullMarked
package dev.forecourt.contracttests.live;

import org.jspecify.annotations.NullMarked;
