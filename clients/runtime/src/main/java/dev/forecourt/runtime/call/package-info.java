/** The way of a call, from the generated service to the model. */
@NullMarked
package dev.forecourt.runtime.call;

import org.jspecify.annotations.NullMarked;
