package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.Development;
import dev.safelight.metadata.catalog.ImageRecord;
import dev.safelight.metadata.catalog.Variant;
import dev.safelight.metadata.catalog.Viewer;
import dev.safelight.metadata.link.ViewLinks;
import org.springframework.stereotype.Component;

/**
 * Where the pictures of images are. What is public has addresses that never change; what is not has
 * signed ones, that are good for a time, so that a page can show it.
 */
@Component
class PictureUrls {

  private final ViewLinks links;
  private final String publicOrigin;

  PictureUrls(ViewLinks links, DeliveryProperties settings) {
    this.links = links;
    this.publicOrigin = settings.publicOrigin();
  }

  /** The addresses of an image's pictures, for somebody who may see them. */
  ImageUrls of(ImageRecord image, Development development, Viewer viewer) {
    var origin = image.isPublished() ? publicOrigin : "";
    return new ImageUrls(
        origin + path(image, ""), development, links.of(image, viewer).orElse(null));
  }

  /** The address that a link was made for: a path on the origin of the request. */
  static String signed(ImageRecord image, Development development, Variant variant, String token) {
    return path(image, ImageUrls.name(variant, development)) + ImageUrls.access(token);
  }

  private static String path(ImageRecord image, String rest) {
    return "/api/images/" + image.id() + "/content/" + rest;
  }
}
