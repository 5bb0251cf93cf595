/** The smallest application with the starter. */
@NullMarked
package demo;

import org.jspecify.annotations.NullMarked;
