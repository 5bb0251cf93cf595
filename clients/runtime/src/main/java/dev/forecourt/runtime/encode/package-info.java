/** Values as text in paths, queries and bodies. */
@NullMarked
package dev.forecourt.runtime.encode;

import org.jspecify.annotations.NullMarked;
