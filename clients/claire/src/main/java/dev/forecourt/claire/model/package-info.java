/** What Claire sends and takes, with its own spelling on the wire. Generated, but for this line. */
@NullMarked
package dev.forecourt.claire.model;

import org.jspecify.annotations.NullMarked;
