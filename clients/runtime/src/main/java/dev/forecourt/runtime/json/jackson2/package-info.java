/** Lets every Jackson 2 mapper of an application read and write our models. */
@NullMarked
package dev.forecourt.runtime.json.jackson2;

import org.jspecify.annotations.NullMarked;
