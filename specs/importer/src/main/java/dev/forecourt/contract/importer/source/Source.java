package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.report.Repair;
import java.util.List;
import java.util.SortedMap;

/**
 * A vendor's file as one document of OpenAPI 3, before any overlay.
 *
 * @param document its content; 2.0 converted to 3.0.3, several files bundled
 * @param files the bytes of every file that was read, by its path as {@code vendor/} keeps it
 * @param repairs faults of the texts
 * @param leftOut what reading, converting or bundling could not keep
 */
public record Source(
    ObjectNode document,
    SortedMap<String, byte[]> files,
    List<Repair> repairs,
    List<LeftOut> leftOut) {}
