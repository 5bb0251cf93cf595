/** Forecourt's clients as beans of a Spring Boot application, configured by properties. */
@NullMarked
package dev.forecourt.spring;

import org.jspecify.annotations.NullMarked;
