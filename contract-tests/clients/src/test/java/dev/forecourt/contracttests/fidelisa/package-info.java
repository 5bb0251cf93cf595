/** Pacts of the Fidelisa client. */
@NullMarked
package dev.forecourt.contracttests.fidelisa;

import org.jspecify.annotations.NullMarked;
