/** Calls on threads of their own. */
@NullMarked
package dev.forecourt.runtime.async;

import org.jspecify.annotations.NullMarked;
