/** What a command found, written for people and for machines. Knows of no kind of check. */
@NullMarked
package dev.forecourt.verifier.output;

import org.jspecify.annotations.NullMarked;
