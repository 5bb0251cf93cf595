/** One address for all mocks of a process: a page for people, and the calls that it makes. */
@NullMarked
package dev.forecourt.mock.console;

import org.jspecify.annotations.NullMarked;
