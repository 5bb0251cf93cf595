/** A contract as a tree, and values checked against its schemas. */
@NullMarked
package dev.forecourt.verifier.contract;

import org.jspecify.annotations.NullMarked;
