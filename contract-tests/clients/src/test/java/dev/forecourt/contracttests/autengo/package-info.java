/**
 * The Autengo client against its contract, its stub, Prism, and what the vendor recommends to
 * JavaScript callers.
 */
@NullMarked
package dev.forecourt.contracttests.autengo;

import org.jspecify.annotations.NullMarked;
