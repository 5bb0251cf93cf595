/** Who calls, and how often. */
@NullMarked
package dev.forecourt.mock.credentials;

import org.jspecify.annotations.NullMarked;
