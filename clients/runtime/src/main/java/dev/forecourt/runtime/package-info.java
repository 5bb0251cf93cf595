/** What every vendor client stands on: connection, credentials, JSON, forms, paging and errors. */
@NullMarked
package dev.forecourt.runtime;

import org.jspecify.annotations.NullMarked;
