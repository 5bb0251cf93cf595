package dev.forecourt.clients.normalizer;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.languages.JavaClientCodegen;
import org.openapitools.codegen.model.ModelMap;
import org.openapitools.codegen.model.OperationsMap;

/**
 * The stock Java generator, whose files come out as a person would leave them: formatted, with the
 * imports that are used, each once.
 *
 * <p>A template imports all that it may need. Which of it an operation or a model does need, it
 * cannot tell.
 */
public final class ClientGenerator extends JavaClientCodegen {
  private final Formatter formatter = new Formatter();

  /** Called by the generator. */
  public ClientGenerator() {}

  @Override
  public String getName() {
    return "forecourt-client";
  }

  /** A list's objects are named by {@code x-paging}, which the stock generator does not look at. */
  @Override
  public OperationsMap postProcessOperationsWithModels(
      OperationsMap services, List<ModelMap> models) {
    OperationsMap processed = super.postProcessOperationsWithModels(services, models);
    for (CodegenOperation operation : processed.getOperations().getOperation()) {
      if (operation.vendorExtensions.get("x-paging") instanceof Map<?, ?> paging) {
        String item = String.valueOf(paging.get("item"));
        processed
            .getImports()
            .add(Map.of("import", modelPackage() + "." + item, "classname", item));
      }
    }
    return processed;
  }

  @Override
  public boolean isEnablePostProcessFile() {
    return true;
  }

  /** The stock one prints an advertisement. */
  @Override
  public void postProcess() {}

  @Override
  public void postProcessFile(File file, String type) {
    Path path = file.toPath();
    if (!path.toString().endsWith(".java")) {
      return;
    }
    try {
      Files.writeString(path, formatter.formatSourceAndFixImports(Files.readString(path)));
    } catch (FormatterException e) {
      throw new IllegalStateException(
          "The templates wrote no Java: " + path + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
