/** What a team asks of a pact file of its own: does it fit the vendor? */
@NullMarked
package dev.forecourt.contracttests.teams;

import org.jspecify.annotations.NullMarked;
