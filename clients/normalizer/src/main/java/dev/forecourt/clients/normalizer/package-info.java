/** Prepares a contract for the client templates. */
@NullMarked
package dev.forecourt.clients.normalizer;

import org.jspecify.annotations.NullMarked;
