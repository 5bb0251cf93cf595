/** The documents of a checkout, and the code and commands that they show. */
@NullMarked
package dev.forecourt.vendors.documents;

import org.jspecify.annotations.NullMarked;
