/** One service per tag of the Autochat contract. Generated, but for this line. */
@NullMarked
package dev.forecourt.autochat.api;

import org.jspecify.annotations.NullMarked;
