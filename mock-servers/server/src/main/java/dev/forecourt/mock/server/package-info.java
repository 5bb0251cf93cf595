/** The process that serves every vendor's stub on Netty. */
@NullMarked
package dev.forecourt.mock.server;

import org.jspecify.annotations.NullMarked;
