/** A document that is changed by overlay actions only, and what is found on the way. */
@NullMarked
package dev.forecourt.contract.importer.edit;

import org.jspecify.annotations.NullMarked;
