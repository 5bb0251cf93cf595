/** Pacts of the Claire client, and of the messages that Claire sends. */
@NullMarked
package dev.forecourt.contracttests.claire;

import org.jspecify.annotations.NullMarked;
