/**
 * Generates a stub's source from a contract: a generator for the OpenAPI Generator Maven plugin.
 */
@NullMarked
package dev.forecourt.mock.codegen;

import org.jspecify.annotations.NullMarked;
