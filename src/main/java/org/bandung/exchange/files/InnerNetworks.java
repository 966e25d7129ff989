package org.bandung.exchange.files;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Addresses that lie behind this machine or in it: what answers there trusts whoever is inside, so
/// a redirect from outside must not lead there.
///
/// @see <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">IANA, special-purpose
///   addresses</a> (RFC 6890)
final class InnerNetworks {

  private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

  private InnerNetworks() {}

  /// Refuses a host if any of its addresses is an inner one.
  static void refuse(String host) throws IOException {
    InetAddress[] addresses;
    try {
      addresses = InetAddress.getAllByName(host.replaceAll("^\\[|]$", ""));
    } catch (UnknownHostException e) {
      throw new UnreadableInput("bandung.http-failed", Printable.of(host, 120));
    }
    for (var address : addresses) {
      if (inner(address)) {
        throw new UnreadableInput("bandung.inner-address", Printable.of(host, 120));
      }
    }
  }

  static boolean inner(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()
        || switch (address) {
          case Inet4Address four -> inner(four.getAddress());
          case Inet6Address six -> inner(six);
          default -> true;
        };
  }

  private static boolean inner(byte[] four) {
    int first = four[0] & 0xff;
    int second = four[1] & 0xff;
    return first == 0
        || first >= 240
        || first == 100 && second >= 64 && second < 128 // shared by a provider's customers
        || first == 192 && second == 0 && four[2] == 0
        || first == 198 && (second == 18 || second == 19);
  }

  private static boolean inner(Inet6Address six) {
    var bytes = six.getAddress();
    if (Arrays.equals(bytes, 0, NAT64.length, NAT64, 0, NAT64.length)) {
      return inner(four(bytes, NAT64.length));
    }
    boolean from6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
    return (bytes[0] & 0xfe) == 0xfc || from6to4 && inner(four(bytes, 2));
  }

  private static InetAddress four(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
