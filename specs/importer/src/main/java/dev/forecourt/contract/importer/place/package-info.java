/** Where something stands in a document. */
@NullMarked
package dev.forecourt.contract.importer.place;

import org.jspecify.annotations.NullMarked;
