/**
 * Reads a vendor's file and those it refers to into one OpenAPI 3 document; nothing is lost unsaid.
 */
@NullMarked
package dev.forecourt.contract.importer.source;

import org.jspecify.annotations.NullMarked;
