/** One service per tag of the Autengo contract. Generated, but for this line. */
@NullMarked
package dev.forecourt.autengo.api;

import org.jspecify.annotations.NullMarked;
