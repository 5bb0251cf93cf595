/** Which vendors there are, by the folders of {@code specs/}, and where each has to stand. */
@NullMarked
package dev.forecourt.vendors;

import org.jspecify.annotations.NullMarked;
