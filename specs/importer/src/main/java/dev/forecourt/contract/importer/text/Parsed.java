package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.report.Repair;
import java.util.List;

/**
 * A text as a tree.
 *
 * @param tree its content
 * @param repairs what is wrong with the text but has one meaning
 */
public record Parsed(JsonNode tree, List<Repair> repairs) {}
