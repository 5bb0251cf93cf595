/** How much memory the stubs of this JVM may take, and what they have taken. */
@NullMarked
package dev.forecourt.mock.memory;

import org.jspecify.annotations.NullMarked;
