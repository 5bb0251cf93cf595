package dev.forecourt.mock.server;

import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The classes and resources of one vendor, in a folder or a JAR, to be loaded again whenever that
 * has changed. Loads from a copy, because the next build overwrites what is loaded late.
 */
final class VendorClasses {

  private final String className;
  private final Path source;

  /** Those of a vendor in this place. */
  VendorClasses(Vendor vendor, Path source) {
    this.className = vendor.getClass().getName();
    this.source = source;
  }

  /** Those of a vendor in the place on the class path that it was loaded from. */
  static VendorClasses of(Vendor vendor) {
    try {
      return new VendorClasses(
          vendor,
          Path.of(vendor.getClass().getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Class path with an odd entry", e);
    }
  }

  Path source() {
    return source;
  }

  /** Tells one build from another; throws {@link IOException} while there is none. */
  Object stamp() throws IOException {
    if (!Files.isDirectory(source)) {
      return List.of(Files.getLastModifiedTime(source), Files.size(source));
    }
    if (!Files.exists(source.resolve(path(className)))) {
      throw new NoSuchFileException(className); // a build has just begun
    }
    List<Object> stamp = new ArrayList<>();
    try (Stream<Path> files = Files.walk(source)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        stamp.add(each);
        stamp.add(Files.getLastModifiedTime(each));
        stamp.add(Files.size(each));
      }
    }
    return stamp;
  }

  private static String path(String className) {
    return className.replace('.', '/') + ".class";
  }

  /** Loads the vendor anew. Throws {@link LinkageError} and others when its classes are no good. */
  Loaded load() throws IOException, ReflectiveOperationException {
    Path copy = Files.createTempDirectory("forecourt-mock-");
    try {
      copyTo(copy);
      VendorLoader loader = new VendorLoader(copy, packageName(), Vendor.class.getClassLoader());
      Vendor vendor = (Vendor) loader.loadClass(className).getDeclaredConstructor().newInstance();
      return new Loaded(vendor, loader, copy);
    } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
      delete(copy);
      throw e;
    }
  }

  private String packageName() {
    return className.substring(0, className.lastIndexOf('.'));
  }

  /** Copies what belongs to the vendor alone: its package, seed and scenarios. */
  void copyTo(Path folder) throws IOException {
    if (Files.isDirectory(source)) {
      copyFrom(source, folder);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(source)) {
        copyFrom(jar.getPath("/"), folder);
      }
    }
  }

  private void copyFrom(Path root, Path folder) throws IOException {
    String own = packageName().replace('.', '/');
    String id = own.substring(own.lastIndexOf('/') + 1);
    for (String part : List.of(own, "seed/" + id, "scenario/" + id)) {
      if (Files.isDirectory(root.resolve(part))) {
        try (Stream<Path> files = Files.walk(root.resolve(part))) {
          for (Path each : files.filter(Files::isRegularFile).toList()) {
            Path to = folder.resolve(root.relativize(each).toString());
            Files.createDirectories(to.getParent());
            try (InputStream in = Files.newInputStream(each)) {
              Files.copy(in, to);
            }
          }
        }
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    } catch (IOException e) {
      System.getLogger(VendorClasses.class.getName())
          .log(System.Logger.Level.DEBUG, "Left behind: " + folder, e);
    }
  }

  /** A vendor with the copy it was loaded from. */
  record Loaded(Vendor vendor, VendorLoader loader, Path copy) implements AutoCloseable {

    /** Only when the stub of the vendor is closed. */
    @Override
    public void close() {
      try {
        loader.close();
      } catch (IOException e) {
        System.getLogger(VendorClasses.class.getName())
            .log(System.Logger.Level.DEBUG, "Not closed", e);
      }
      delete(copy);
    }
  }

  /** Has one package to itself; everything else is that of the process. */
  static final class VendorLoader extends URLClassLoader {

    static {
      registerAsParallelCapable();
    }

    private final String own;

    VendorLoader(Path folder, String packageName, ClassLoader parent) throws MalformedURLException {
      super(new URL[] {folder.toUri().toURL()}, parent);
      own = packageName + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(own)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? findClass(name) : loaded;
      }
    }

    @Override
    public @Nullable URL getResource(String name) {
      URL ours = findResource(name);
      return ours == null ? super.getResource(name) : ours;
    }
  }
}
