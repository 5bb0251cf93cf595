/** The commands of the runnable JAR: they read options and call the other packages. */
@NullMarked
package dev.forecourt.verifier.cli;

import org.jspecify.annotations.NullMarked;
