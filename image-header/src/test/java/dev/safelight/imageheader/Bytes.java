package dev.safelight.imageheader;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;

/** Writes files by hand, number by number. */
final class Bytes {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  static Bytes of(String ascii) {
    return new Bytes().ascii(ascii);
  }

  Bytes ascii(String text) {
    out.writeBytes(text.getBytes(US_ASCII));
    return this;
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

  Bytes u32le(long... values) {
    for (long value : values) {
      u16le((int) value, (int) (value >> 16));
    }
    return this;
  }

  Bytes u16be(int... values) {
    for (int value : values) {
      u8(value >> 8, value);
    }
    return this;
  }

  Bytes u32be(long... values) {
    for (long value : values) {
      u16be((int) (value >> 16), (int) value);
    }
    return this;
  }

  int size() {
    return out.size();
  }

  byte[] done() {
    return out.toByteArray();
  }
}
