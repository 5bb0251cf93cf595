/**
 * Tests that Specmatic makes up from our contracts, run against stub and Prism: {@link
 * dev.forecourt.contracttests.specmatic.RunSpecmatic}.
 */
@NullMarked
package dev.forecourt.contracttests.specmatic;

import org.jspecify.annotations.NullMarked;
