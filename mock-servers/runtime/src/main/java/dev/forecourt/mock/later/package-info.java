/** What a stub does after it has answered: tasks that run later, and calls that it makes itself. */
@NullMarked
package dev.forecourt.mock.later;

import org.jspecify.annotations.NullMarked;
