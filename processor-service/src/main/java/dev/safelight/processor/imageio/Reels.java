package dev.safelight.processor.imageio;

import dev.safelight.recipe.PixelStep;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes animated variants, all of them at once, so that each frame is decoded once. */
final class Reels {

  private final Steps steps;
  private final PictureWriter writer;

  Reels(Steps steps, PictureWriter writer) {
    this.steps = steps;
    this.writer = writer;
  }

  /**
   * Makes the variants.
   *
   * @param first the first picture of the film, which was taken from it before
   */
  Map<Order, Encoded> make(List<Order> orders, Shot first, Film film) {
    if (orders.isEmpty()) {
      return Map.of();
    }
    var reels = reels(Order.bySteps(orders, first.original().size()), film.plays());
    add(first, reels);
    while (film.hasNext()) {
      add(film.next(), reels);
    }
    return reels.values().stream()
        .flatMap(List::stream)
        .collect(Collectors.toMap(Reel::order, Reel::developed));
  }

  private Map<List<PixelStep>, List<Reel>> reels(
      Map<List<PixelStep>, List<Order>> orders, int plays) {
    var reels = new LinkedHashMap<List<PixelStep>, List<Reel>>();
    orders.forEach(
        (list, same) ->
            reels.put(list, same.stream().map(order -> Reel.of(order, plays, writer)).toList()));
    return reels;
  }

  private void add(Shot shot, Map<List<PixelStep>, List<Reel>> reels) {
    var cascade = new Cascade(shot.original());
    reels.forEach(
        (list, same) -> {
          var picture = steps.apply(list, cascade).withoutNeedlessAlpha();
          same.forEach(reel -> reel.add(picture, shot.delayMillis()));
        });
  }
}
