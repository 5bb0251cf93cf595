/** Requests and answers as transports hand them over; nothing in them is decoded. */
@NullMarked
package dev.forecourt.mock.http;

import org.jspecify.annotations.NullMarked;
