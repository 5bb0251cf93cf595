/**
 * Client of Autochat, a chat assistant that knows the cars of a dealer. Start at {@link
 * AutochatClient}.
 */
@NullMarked
package dev.forecourt.autochat;

import org.jspecify.annotations.NullMarked;
