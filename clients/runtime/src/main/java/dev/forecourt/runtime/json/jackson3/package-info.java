/** Lets every Jackson 3 mapper of an application read and write our models. */
@NullMarked
package dev.forecourt.runtime.json.jackson3;

import org.jspecify.annotations.NullMarked;
