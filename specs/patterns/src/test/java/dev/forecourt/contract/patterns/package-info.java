@NullMarked
package dev.forecourt.contract.patterns;

import org.jspecify.annotations.NullMarked;
