package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that a container takes away leaves none of its classes behind. */
class ClassLoadersTest {

  /** Runtime and Jackson once more, as the libraries of one application. */
  private static URLClassLoader application() {
    URL[] libraries =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(ClassLoadersTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(libraries, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(String path) {
    try {
      return new File(path).toURI().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void use(ClassLoader application) throws Exception {
    Class<?> json = application.loadClass(Json.class.getName());
    Object parsed = json.getMethod("parse", String.class).invoke(null, "{\"a\":[\"x\\n\",1.50]}");
    Class<?> number = application.loadClass(LooseNumber.class.getName());
    Class<?> vendorJson = application.loadClass(VendorJson.class.getName());
    Object read =
        vendorJson.getMethod("read", String.class, Class.class).invoke(null, "\"9.40\"", number);
    assertThat(parsed).hasToString("{\"a\":[\"x\\n\",1.50]}").isNotInstanceOf(Json.class);
    assertThat(read).hasToString("\"9.40\"");
  }

  @Test
  void goWithTheirApplication() throws Exception {
    List<WeakReference<ClassLoader>> gone = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      try (URLClassLoader application = application()) {
        use(application);
        gone.add(new WeakReference<>(application));
      }
    }

    for (int i = 0; i < 50 && gone.stream().anyMatch(each -> each.get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(gone).allSatisfy(each -> assertThat(each.get()).isNull());
  }
}
