/** What the tests of every stub share. */
@NullMarked
package dev.forecourt.mock.kit;

import org.jspecify.annotations.NullMarked;
