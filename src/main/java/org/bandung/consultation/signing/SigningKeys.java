package org.bandung.consultation.signing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/// Keys of signatories (Ed25519, RFC 8032). A key is known by its fingerprint: SHA-256 of its X.509
/// form, as `openssl pkey -pubin -outform DER | sha256sum` prints it.
public final class SigningKeys {

  private static final String ED25519 = "Ed25519";

  /// How every Ed25519 key begins in X.509 form (RFC 8410); 32 bytes follow.
  private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

  private static final int SIGNATURE_BYTES = 64;

  private SigningKeys() {}

  /// A new pair of keys.
  public static KeyPair generate() {
    try {
      return KeyPairGenerator.getInstance(ED25519).generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has Ed25519", e);
    }
  }

  /// What the key is known by: 64 hexadecimal digits.
  public static String fingerprint(PublicKey key) {
    return sha256(key.getEncoded());
  }

  /// SHA-256 in hexadecimal digits.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The key of this X.509 form; empty if it is none of Ed25519.
  public static Optional<PublicKey> publicKey(byte[] x509) {
    if (x509.length != X509.length + 32
        || !Arrays.equals(x509, 0, X509.length, X509, 0, X509.length)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          KeyFactory.getInstance(ED25519).generatePublic(new X509EncodedKeySpec(x509)));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  /// The private key of this PKCS 8 form, as [java.security.Key#getEncoded] gave it.
  public static PrivateKey privateKey(byte[] pkcs8) {
    try {
      return KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no key of Ed25519", e);
    }
  }

  /// The signature under a text.
  public static byte[] sign(PrivateKey key, String text) {
    try {
      var signature = Signature.getInstance(ED25519);
      signature.initSign(key);
      signature.update(text.getBytes(StandardCharsets.UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("this key cannot sign with Ed25519", e);
    }
  }

  /// Whether the key signed the text.
  public static boolean verifies(PublicKey key, String text, byte[] signature) {
    if (signature.length != SIGNATURE_BYTES) {
      return false;
    }
    try {
      var check = Signature.getInstance(ED25519);
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      // A point that is not on the curve, or a number that is too large: signed by nobody.
      return false;
    }
  }
}
