package dev.forecourt.contracttests.examples;

import dev.forecourt.runtime.errors.VendorResponseException;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Calls with our clients: compiled at once, run one by one in this JVM. */
final class JavaCalls implements Language {

  private final URLClassLoader classes;

  /** Compiles them into an empty folder. */
  JavaCalls(List<String> calls, Path folder) throws IOException {
    compile(calls, folder);
    classes =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, JavaCalls.class.getClassLoader());
  }

  /** It prints to the output of this JVM: nothing is returned. */
  @Override
  public String run(int number, String code) throws Exception {
    try {
      classes.loadClass("Call" + number).getMethod("run").invoke(null);
      return "";
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof VendorResponseException) {
        // a refusal is an answer: whether it is the right one, its status says
        return "";
      }
      throw new IllegalStateException("This Java failed:\n" + code, e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    classes.close();
  }

  private static void compile(List<String> calls, Path folder) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter told = new StringWriter();
    List<String> options =
        List.of(
            "-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      var sources = files.getJavaFileObjectsFromPaths(write(calls, folder));
      if (!compiler.getTask(told, files, null, options, null, sources).call()) {
        throw new IllegalStateException(
            "This Java does not compile:\n" + told + "\n" + String.join("\n\n", calls));
      }
    }
  }

  private static List<Path> write(List<String> calls, Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      String code = calls.get(i);
      int imports = code.indexOf("\n\n");
      files.add(
          Files.writeString(
              folder.resolve("Call" + i + ".java"),
              code.substring(0, imports)
                  + "\npublic class Call%d { public static void run() {".formatted(i)
                  + code.substring(imports)
                  + "}}\n"));
    }
    return files;
  }
}
