/** A proxy that checks what it passes on. */
@NullMarked
package dev.forecourt.verifier.proxy;

import org.jspecify.annotations.NullMarked;
