/** The Autochat client against its contract, its stub and Prism. */
@NullMarked
package dev.forecourt.contracttests.autochat;

import org.jspecify.annotations.NullMarked;
