/**
 * Rewrites any OpenAPI document with the few constructs that the generator turns into right code.
 */
@NullMarked
package dev.forecourt.clients.normalizer.plain;

import org.jspecify.annotations.NullMarked;
