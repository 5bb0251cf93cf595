package dev.forecourt.mock.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a host's name says by itself; no name is ever looked up. */
public final class HostName {

  private static final String BYTE = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern IPV4 = Pattern.compile("(" + BYTE + "\\.){3}" + BYTE);
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]*:[0-9a-f:.]*");

  private HostName() {}

  /** In small letters, without brackets and without the dot at the end. */
  public static String plain(String host) {
    String small = host.toLowerCase(Locale.ROOT);
    if (small.startsWith("[") && small.endsWith("]")) {
      return small.substring(1, small.length() - 1);
    }
    return small.endsWith(".") ? small.substring(0, small.length() - 1) : small;
  }

  /** The host that a header {@code Host} names, without the port. */
  public static String ofHeader(String value) {
    int end = value.startsWith("[") ? value.indexOf(']') + 1 : value.indexOf(':');
    return plain(end > 0 ? value.substring(0, end) : value);
  }

  /**
   * As a URL of this machine names it: an address of IPv6 in brackets, and what stands for all
   * addresses by one that can be called.
   */
  public static String inUrl(String host) {
    if (isAnyAddress(host)) {
      return "localhost";
    }
    return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
  }

  /** Whether it is an IP address. */
  public static boolean isAddress(String plain) {
    return address(plain) != null;
  }

  /** The same for every spelling of an address, such as {@code ::1}; a name as it is. */
  public static String written(String plain) {
    InetAddress address = address(plain);
    return address == null ? plain : address.getHostAddress();
  }

  /** Whether it is this machine, whoever asks: {@code localhost} or an address of the loopback. */
  public static boolean isLoopback(String plain) {
    InetAddress address = address(plain);
    return plain.equals("localhost") || (address != null && address.isLoopbackAddress());
  }

  /** Whether it stands for all addresses of a machine. */
  public static boolean isAnyAddress(String plain) {
    InetAddress address = address(plain);
    return address != null && address.isAnyLocalAddress();
  }

  private static @Nullable InetAddress address(String literal) {
    if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
      return null;
    }
    try {
      // in brackets it is an address or nothing, else it might be looked up
      return InetAddress.getByName(literal.contains(":") ? "[" + literal + "]" : literal);
    } catch (UnknownHostException e) {
      return null; // only looks like an address, such as 1:2
    }
  }
}
