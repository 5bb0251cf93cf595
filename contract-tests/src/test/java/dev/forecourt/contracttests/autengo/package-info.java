/** The Autengo client against what the vendor recommends to JavaScript callers. */
@NullMarked
package dev.forecourt.contracttests.autengo;

import org.jspecify.annotations.NullMarked;
