/**
 * Tests that Specmatic makes up from our contracts, run against stub and Prism: {@link
 * dev.forecourt.trials.specmatic.RunSpecmatic}.
 */
@NullMarked
package dev.forecourt.trials.specmatic;

import org.jspecify.annotations.NullMarked;
