package dev.forecourt.clients.corpus;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.openapitools.codegen.CodegenConstants;
import org.openapitools.codegen.config.CodegenConfigurator;
import org.openapitools.codegen.config.GlobalSettings;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What {@code clients/pom.xml} says to the generator's Maven plugin, said to the generator. */
final class PluginConfiguration {
  private final Element configuration;
  private final Map<String, String> properties;

  private PluginConfiguration(Element configuration, Map<String, String> properties) {
    this.configuration = configuration;
    this.properties = properties;
  }

  static PluginConfiguration of(Path pom, Map<String, String> properties) {
    try {
      Node found =
          (Node)
              XPathFactory.newInstance()
                  .newXPath()
                  .evaluate(
                      "//execution[id='generate-client']/configuration",
                      DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()),
                      XPathConstants.NODE);
      return new PluginConfiguration((Element) found, properties);
    } catch (Exception e) {
      throw new IllegalStateException("No execution generate-client in " + pom, e);
    }
  }

  CodegenConfigurator configurator() {
    CodegenConfigurator to = new CodegenConfigurator();
    to.setGeneratorName(text("generatorName"));
    to.setLibrary(text("library"));
    to.setApiPackage(text("apiPackage"));
    to.setApiNameSuffix(text("apiNameSuffix"));
    to.setInvokerPackage(text("invokerPackage"));
    to.setModelPackage(text("modelPackage"));
    to.setTemplateDir(text("templateDirectory"));
    to.setInputSpec(text("inputSpec"));
    to.setStrictSpecBehavior(Boolean.parseBoolean(text("strictSpec")));
    to.setValidateSpec(!Boolean.parseBoolean(text("skipValidateSpec")));
    options("configOptions").forEach(to::addAdditionalProperty);
    pairs("importMappings").forEach(to::addImportMapping);
    pairs("nameMappings").forEach(to::addNameMapping);
    pairs("openapiNormalizer").forEach(to::addOpenapiNormalizer);
    pairs("schemaMappings").forEach(to::addSchemaMapping);
    pairs("typeMappings").forEach(to::addTypeMapping);
    GlobalSettings.setProperty(CodegenConstants.API_DOCS, text("generateApiDocumentation"));
    GlobalSettings.setProperty(CodegenConstants.API_TESTS, text("generateApiTests"));
    GlobalSettings.setProperty(CodegenConstants.MODEL_DOCS, text("generateModelDocumentation"));
    GlobalSettings.setProperty(CodegenConstants.MODEL_TESTS, text("generateModelTests"));
    return to;
  }

  private String text(String name) {
    Element found = child(name);
    return found == null ? "" : filled(found.getTextContent());
  }

  private Element child(String name) {
    for (Node each = configuration.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element && element.getTagName().equals(name)) {
        return element;
      }
    }
    return null;
  }

  private Map<String, String> options(String name) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Node each = child(name).getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        options.put(element.getTagName(), filled(element.getTextContent()));
      }
    }
    return options;
  }

  private Map<String, String> pairs(String name) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (Node each = child(name).getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element element) {
        String[] pair = filled(element.getTextContent()).split("=", 2);
        pairs.put(pair[0], pair[1]);
      }
    }
    return pairs;
  }

  private String filled(String text) {
    String filled = text.strip();
    for (Map.Entry<String, String> each : properties.entrySet()) {
      filled = filled.replace("${" + each.getKey() + "}", each.getValue());
    }
    return filled;
  }
}
