/** One service per tag of the Fidelisa contract. Generated, but for this line. */
@NullMarked
package dev.forecourt.fidelisa.api;

import org.jspecify.annotations.NullMarked;
