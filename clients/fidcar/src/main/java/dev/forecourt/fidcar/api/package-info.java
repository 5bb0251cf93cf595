/** One service per tag of the FIDCAR contract. Generated, but for this line. */
@NullMarked
package dev.forecourt.fidcar.api;

import org.jspecify.annotations.NullMarked;
