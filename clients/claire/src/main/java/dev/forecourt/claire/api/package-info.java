/** One service per tag of the Claire contract. Generated, but for this line. */
@NullMarked
package dev.forecourt.claire.api;

import org.jspecify.annotations.NullMarked;
