/**
 * Client of Claire, which runs the workshop floor of car dealers. Start at {@link ClaireClient}.
 */
@NullMarked
package dev.forecourt.claire;

import org.jspecify.annotations.NullMarked;
