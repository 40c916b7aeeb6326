package dev.safelight.metadata.search;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts as they are compared: in lower case and without accents, so that {@code Ete} finds {@code
 * été}. Changing how needs a new {@link #VERSION}, by which older records are told.
 */
public final class Words {

  /** Of the rules in this class. */
  public static final int VERSION = 1;

  /** Letters of a word that count. */
  public static final int LONGEST = 32;

  /** Words of an image that count. */
  static final int MOST = 128;

  private static final int LONGEST_KEY = 100;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /** The different words of some texts, the first ones if there are too many. */
  public static List<String> of(Stream<String> texts) {
    return texts
        .map(Words::fold)
        .flatMap(BETWEEN::splitAsStream)
        .filter(word -> !word.isEmpty())
        .map(word -> start(word, LONGEST))
        .distinct()
        .limit(MOST)
        .toList();
  }

  /** Different tags, each as a whole. */
  public static List<String> tags(Collection<String> tags) {
    return tags.stream().map(Words::fold).map(String::strip).distinct().toList();
  }

  /** What a text is sorted by. */
  public static String sortKey(String text) {
    return start(fold(text), LONGEST_KEY);
  }

  private static String fold(String text) {
    var decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    return MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /** Never half of a character. */
  private static String start(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
