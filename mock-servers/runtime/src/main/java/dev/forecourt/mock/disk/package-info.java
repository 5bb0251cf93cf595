/** The state of a vendor in a file that outlives the process. */
@NullMarked
package dev.forecourt.mock.disk;

import org.jspecify.annotations.NullMarked;
