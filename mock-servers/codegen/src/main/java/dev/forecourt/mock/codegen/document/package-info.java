/** Reads one OpenAPI file, 3.0 or 3.1, into the model that the generator works on. */
@NullMarked
package dev.forecourt.mock.codegen.document;

import org.jspecify.annotations.NullMarked;
