/** Programs to copy, compiled and tested with the client. */
@NullMarked
package dev.forecourt.claire.examples;

import org.jspecify.annotations.NullMarked;
