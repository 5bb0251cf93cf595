/** The way of a request through a stub. */
@NullMarked
package dev.forecourt.mock.engine;

import org.jspecify.annotations.NullMarked;
