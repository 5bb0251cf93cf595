/** Makes a contract of a vendor's own OpenAPI file; begin with {@code Importer}. */
@NullMarked
package dev.forecourt.contract.importer;

import org.jspecify.annotations.NullMarked;
