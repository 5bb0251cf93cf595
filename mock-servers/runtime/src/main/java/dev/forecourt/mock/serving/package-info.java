/**
 * A stub as callers of a transport reach it: which pages may read it, and what it says of itself.
 */
@NullMarked
package dev.forecourt.mock.serving;

import org.jspecify.annotations.NullMarked;
