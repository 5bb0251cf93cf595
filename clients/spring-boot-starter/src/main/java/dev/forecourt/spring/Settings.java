package dev.forecourt.spring;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries the properties of one client to its builder: those of its account, then those of its
 * vendor, then those of all vendors; the first that is set counts. Names the property when the
 * builder refuses.
 *
 * @param <P> properties of an account
 */
final class Settings<P extends ClientProperties> {
  private final String vendor;
  private final List<Layer<P>> layers;
  private final Layer<DefaultsProperties> defaults;

  /** Full names of what was set, by their last part as the builder's messages spell it. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private boolean ownCredential;

  /** The layers of a client: its account if it has one, and its vendor. */
  Settings(String vendor, List<Layer<P>> layers, DefaultsProperties defaults) {
    this.vendor = vendor;
    this.layers = layers;
    this.defaults = new Layer<>("forecourt.defaults", defaults);
  }

  /**
   * Properties under a prefix, such as {@code forecourt.fidcar}.
   *
   * @param <L> what holds them
   */
  record Layer<L>(String prefix, L properties) {
    String full(String name) {
      return prefix + "." + name;
    }
  }

  /** Sets a value of the account or vendor; null is left to the builder. */
  <T> Settings<P> value(
      String name, Function<? super P, ? extends @Nullable T> property, Consumer<T> setter) {
    for (Layer<P> layer : layers) {
      T value = property.apply(layer.properties());
      if (value != null) {
        set(name, layer.full(name), value, setter);
        return this;
      }
    }
    return this;
  }

  /** Sets a value of the account, the vendor or all vendors; null is left to the builder. */
  <T> Settings<P> shared(
      String name, Function<CallProperties, ? extends @Nullable T> property, Consumer<T> setter) {
    for (Layer<? extends CallProperties> layer : all().toList()) {
      T value = property.apply(layer.properties());
      if (value != null) {
        set(name, layer.full(name), value, setter);
        return this;
      }
    }
    return this;
  }

  /** Sets entries by name, those of all vendors first, so that the nearest one stays. */
  Settings<P> entries(
      String name,
      Function<CallProperties, Map<String, String>> property,
      BiConsumer<String, String> setter) {
    List<? extends Layer<? extends CallProperties>> outermostFirst = reversed(all().toList());
    for (Layer<? extends CallProperties> layer : outermostFirst) {
      property
          .apply(layer.properties())
          .forEach(
              (key, value) ->
                  set(
                      name,
                      layer.full(name + "." + key),
                      value,
                      present -> setter.accept(key, present)));
    }
    return this;
  }

  /** The nearest layer that says something, of the account, the vendor and all vendors. */
  @Nullable Layer<? extends CallProperties> nearest(Predicate<CallProperties> says) {
    return all().filter(layer -> says.test(layer.properties())).findFirst().orElse(null);
  }

  /** The nearest layer that says something, of the account and the vendor. */
  @Nullable Layer<P> nearestOwn(Predicate<P> says) {
    return layers.stream().filter(layer -> says.test(layer.properties())).findFirst().orElse(null);
  }

  /** Sets a credential; null is left to the builder, blank is refused. */
  Settings<P> credential(
      String name, Function<P, @Nullable String> property, Consumer<String> setter) {
    Layer<P> layer = nearestOwn(properties -> property.apply(properties) != null);
    return layer == null ? this : credential(layer, name, property, setter);
  }

  /** The same of this layer. */
  Settings<P> credential(
      Layer<P> layer,
      String name,
      Function<P, @Nullable String> property,
      Consumer<String> setter) {
    String full = layer.full(name);
    set(name, full, present(full, property.apply(layer.properties())), setter);
    noteCredential(layer);
    return this;
  }

  /** Sets a credential; null and blank are refused. */
  Settings<P> required(
      String name, Function<P, @Nullable String> property, Consumer<String> setter) {
    Layer<P> layer = nearestOwn(properties -> property.apply(properties) != null);
    return credential(layer == null ? layers.get(0) : layer, name, property, setter);
  }

  /** Sets two credentials that belong together, of one layer; null and blank are refused. */
  <T> Settings<P> both(
      String first,
      Function<P, ? extends @Nullable T> one,
      String second,
      Function<P, ? extends @Nullable T> two,
      BiConsumer<T, T> setter) {
    Layer<P> layer = nearestOwn(properties -> any(properties, one, two));
    return both(layer == null ? layers.get(0) : layer, first, one, second, two, setter);
  }

  /** The same, if there is one of the two. */
  <T> Settings<P> bothOrNone(
      String first,
      Function<P, ? extends @Nullable T> one,
      String second,
      Function<P, ? extends @Nullable T> two,
      BiConsumer<T, T> setter) {
    Layer<P> layer = nearestOwn(properties -> any(properties, one, two));
    return layer == null ? this : both(layer, first, one, second, two, setter);
  }

  /** The same of this layer. */
  <T> Settings<P> both(
      Layer<P> layer,
      String first,
      Function<P, ? extends @Nullable T> one,
      String second,
      Function<P, ? extends @Nullable T> two,
      BiConsumer<T, T> setter) {
    T left = present(layer.full(first), one.apply(layer.properties()));
    T right = present(layer.full(second), two.apply(layer.properties()));
    names.put(words(first), layer.full(first));
    set(second, layer.full(second), right, value -> setter.accept(left, value));
    noteCredential(layer);
    return this;
  }

  private static <P, T> boolean any(
      P properties,
      Function<P, ? extends @Nullable T> one,
      Function<P, ? extends @Nullable T> two) {
    return one.apply(properties) != null || two.apply(properties) != null;
  }

  /** Refuses two properties of a layer that exclude each other, if both are there. */
  static void refuseBoth(Layer<?> layer, String first, boolean one, String second, boolean two) {
    if (one && two) {
      throw new VendorConfigurationException(
          layer.full(second), "It excludes " + layer.full(first) + ". Remove one of them.", null);
    }
  }

  /** What the builder makes. Its refusal becomes one that names the property. */
  <C> C build(Supplier<C> build) {
    if (layers.size() > 1 && !ownCredential) {
      throw new VendorConfigurationException(
          layers.get(0).prefix(),
          "It has no credential of its own, and would be the account of "
              + layers.get(1).prefix()
              + " once more. Give it one.",
          null);
    }
    try {
      return build.get();
    } catch (IllegalArgumentException e) {
      throw new VendorConfigurationException(culprit(e), String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * The property that a message is about: builders begin theirs with the name of the setting, such
   * as "FIDCAR API key".
   */
  private String culprit(IllegalArgumentException e) {
    String message = words(String.valueOf(e.getMessage()));
    String subject = message.startsWith(vendor) ? message.substring(vendor.length()) : message;
    if (subject.startsWith("baseurl")) {
      // one vendor has two, and the message shows the URL
      return String.join(
          " or ",
          names.keySet().stream()
              .filter(name -> name.endsWith("baseurl"))
              .map(names::get)
              .toList());
    }
    return names.keySet().stream()
        .filter(subject::startsWith)
        .max(Comparator.comparing(String::length))
        .map(names::get)
        .orElse(layers.get(0).prefix());
  }

  /** The value of a property that is needed. Null and blank are refused. */
  static <T> T present(String property, @Nullable T value) {
    if (value == null) {
      throw new VendorConfigurationException(property, "It is missing. Give it a value.", null);
    }
    if (value instanceof String text && text.isBlank()) {
      throw new VendorConfigurationException(
          property, "It is empty. Give it a value, or remove it.", null);
    }
    return value;
  }

  /** Sets a value, whose property is named if the builder refuses it now or in {@code build()}. */
  <T> void set(String name, String property, T value, Consumer<T> setter) {
    names.put(words(name), property);
    try {
      setter.accept(value);
    } catch (IllegalArgumentException e) {
      throw new VendorConfigurationException(property, String.valueOf(e.getMessage()), e);
    }
  }

  private void noteCredential(Layer<P> layer) {
    ownCredential |= layer == layers.get(0);
  }

  private Stream<Layer<? extends CallProperties>> all() {
    return Stream.concat(layers.stream(), Stream.of(defaults));
  }

  private static <E> List<E> reversed(List<E> list) {
    return list.stream().sorted(Comparator.comparing(element -> -list.indexOf(element))).toList();
  }

  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
