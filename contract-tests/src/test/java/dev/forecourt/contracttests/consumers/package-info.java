/** Which consumers a change of a contract would break, by their pacts. */
@NullMarked
package dev.forecourt.contracttests.consumers;

import org.jspecify.annotations.NullMarked;
