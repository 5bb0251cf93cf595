/** Pacts of the FIDCAR client. */
@NullMarked
package dev.forecourt.contracttests.fidcar;

import org.jspecify.annotations.NullMarked;
