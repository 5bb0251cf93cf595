/** Shared by the pact tests of all vendors: evidence as matchers, Prism, the comparator. */
@NullMarked
package dev.forecourt.contracttests.kit;

import org.jspecify.annotations.NullMarked;
