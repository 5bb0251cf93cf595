/** Applications to copy, compiled and tested with the starter. */
@NullMarked
package dev.forecourt.spring.examples;

import org.jspecify.annotations.NullMarked;
