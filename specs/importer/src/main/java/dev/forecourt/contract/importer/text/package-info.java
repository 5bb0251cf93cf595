/** YAML and JSON as trees and back, with every digit, and with lines in what is wrong. */
@NullMarked
package dev.forecourt.contract.importer.text;

import org.jspecify.annotations.NullMarked;
