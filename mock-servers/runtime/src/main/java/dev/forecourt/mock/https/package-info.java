/** The certificate with which a mock speaks HTTPS, made when it is first needed. */
@NullMarked
package dev.forecourt.mock.https;

import org.jspecify.annotations.NullMarked;
