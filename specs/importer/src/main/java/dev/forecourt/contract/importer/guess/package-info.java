/** What a vendor's file does not say and what can be concluded from it. */
@NullMarked
package dev.forecourt.contract.importer.guess;

import org.jspecify.annotations.NullMarked;
