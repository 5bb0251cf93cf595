/** What a stub remembers between requests, and where it is kept. */
@NullMarked
package dev.forecourt.mock.state;

import org.jspecify.annotations.NullMarked;
