/** A small JSON writer and reader, so that starting a stub loads no mapper. */
@NullMarked
package dev.forecourt.mock.json;

import org.jspecify.annotations.NullMarked;
