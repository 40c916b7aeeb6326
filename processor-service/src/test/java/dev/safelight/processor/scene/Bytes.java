package dev.safelight.processor.scene;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/** Writes files by hand, number by number. */
public final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins with a text. */
  public static Bytes of(String text) {
    return new Bytes().text(text);
  }

  Bytes text(String text) {
    return raw(text.getBytes(ISO_8859_1));
  }

  Bytes raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  Bytes zeros(int count) {
    return raw(new byte[count]);
  }

  Bytes u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  Bytes u16le(int... values) {
    for (int value : values) {
      u8(value, value >> 8);
    }
    return this;
  }

  Bytes u24le(int... values) {
    for (int value : values) {
      u8(value, value >> 8, value >> 16);
    }
    return this;
  }

  Bytes u32le(int... values) {
    for (int value : values) {
      u16le(value, value >> 16);
    }
    return this;
  }

  Bytes u16be(int... values) {
    for (int value : values) {
      u8(value >> 8, value);
    }
    return this;
  }

  Bytes u32be(int... values) {
    for (int value : values) {
      u16be(value >> 16, value);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  /** What was written. */
  public byte[] done() {
    return out.toByteArray();
  }
}
