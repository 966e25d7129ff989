package org.bandung.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InnerNetworksTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fd12:3456::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:0a00:0001::1"
      })
  void isInner(String address) {
    assertThat(InnerNetworks.inner(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.1",
        "172.32.0.1",
        "100.128.0.1",
        "8.8.8.8",
        "2001:db8::1",
        "64:ff9b::808:808"
      })
  void isOfTheWeb(String address) {
    assertThat(InnerNetworks.inner(InetAddress.ofLiteral(address))).isFalse();
  }

  /// However it is written: what counts is where it leads.
  @ParameterizedTest
  @ValueSource(strings = {"localhost", "[::1]", "127.1", "2130706433", "169.254.169.254"})
  void isRefusedByName(String host) {
    assertThatThrownBy(() -> InnerNetworks.refuse(host)).isInstanceOf(UnreadableInput.class);
  }
}
