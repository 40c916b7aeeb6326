package dev.safelight.processor.libvips;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation is given beside its images: required arguments in the order of libvips's
 * documentation, and options by name. Enumerations and booleans are integers to C.
 */
public final class Arguments {

  private final List<Object> required = new ArrayList<>();
  private final Map<String, Object> options = new LinkedHashMap<>();

  private Arguments() {}

  /** No required arguments. */
  public static Arguments none() {
    return new Arguments();
  }

  /** Required integers. */
  public static Arguments integers(int... values) {
    var arguments = new Arguments();
    for (int value : values) {
      arguments.required.add(value);
    }
    return arguments;
  }

  /** Required numbers. */
  public static Arguments numbers(double... values) {
    var arguments = new Arguments();
    for (double value : values) {
      arguments.required.add(value);
    }
    return arguments;
  }

  /** Required vectors of one length, which C is told after them. */
  public static Arguments vectors(double[]... vectors) {
    var arguments = new Arguments();
    for (var vector : vectors) {
      arguments.required.add(vector.clone());
    }
    arguments.required.add(vectors[0].length);
    return arguments;
  }

  /** A required string. */
  public static Arguments string(String value) {
    var arguments = new Arguments();
    arguments.required.add(value);
    return arguments;
  }

  /** A required image, after the result; those before it are no arguments but what is worked on. */
  public static Arguments image(VipsImage image) {
    var arguments = new Arguments();
    arguments.required.add(image);
    return arguments;
  }

  /** Sets an option that is an integer or an enumeration. */
  public Arguments with(String name, int value) {
    options.put(name, value);
    return this;
  }

  /** Sets an option that is a number. */
  public Arguments with(String name, double value) {
    options.put(name, value);
    return this;
  }

  /** Sets an option that is true or false. */
  public Arguments with(String name, boolean value) {
    return with(name, value ? 1 : 0);
  }

  /** Sets an option that is a string. */
  public Arguments with(String name, String value) {
    options.put(name, value);
    return this;
  }

  /** Sets an option that is a vector. */
  public Arguments with(String name, double[] value) {
    options.put(name, value.clone());
    return this;
  }

  List<Object> required() {
    return required;
  }

  Map<String, Object> options() {
    return options;
  }
}
