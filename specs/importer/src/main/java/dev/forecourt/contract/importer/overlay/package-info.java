/** OpenAPI Overlay 1.0: reading, writing, applying. */
@NullMarked
package dev.forecourt.contract.importer.overlay;

import org.jspecify.annotations.NullMarked;
