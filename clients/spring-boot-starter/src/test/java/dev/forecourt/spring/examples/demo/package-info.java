/** The smallest application with the starter. */
@NullMarked
package dev.forecourt.spring.examples.demo;

import org.jspecify.annotations.NullMarked;
