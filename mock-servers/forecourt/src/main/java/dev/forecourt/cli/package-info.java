/** The command {@code java -jar forecourt.jar}: serves, imports and generates from a file. */
@NullMarked
package dev.forecourt.cli;

import org.jspecify.annotations.NullMarked;
