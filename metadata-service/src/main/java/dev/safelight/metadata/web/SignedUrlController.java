package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.ServedPicture;
import dev.safelight.metadata.link.IssuedLink;
import dev.safelight.metadata.link.LinkService;
import dev.safelight.webapi.Caller;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Addresses that show one picture to whoever has them. */
@RestController
class SignedUrlController {

  private final LinkService links;
  private final Networks networks;

  SignedUrlController(LinkService links, Networks networks) {
    this.links = links;
    this.networks = networks;
  }

  /**
   * A signed address.
   *
   * @param url path on this origin; whoever knows it may look, so it is a secret
   * @param expiresAt when it ends
   */
  record SignedUrl(String url, Instant expiresAt) {}

  /** Makes one; it is in the access log before it is answered. */
  @PostMapping(path = "/api/images/{id}/signed-urls", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<SignedUrl>> sign(
      Caller caller,
      @PathVariable String id,
      @RequestBody(required = false) byte[] body,
      ServerHttpRequest request) {
    var viewer = Viewers.writing(caller);
    var wanted = LinkReader.of(body, networks.of(request));
    return ImageController.existing(id)
        .flatMap(imageId -> links.issue(imageId, viewer, wanted))
        .map(SignedUrlController::answer)
        .onErrorMap(failure -> Refusals.of(failure, caller));
  }

  private static ResponseEntity<SignedUrl> answer(IssuedLink link) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new SignedUrl(url(link.picture(), link.token()), link.expiresAt()));
  }

  private static String url(ServedPicture picture, String token) {
    return PictureUrls.signed(picture.image(), picture.development(), picture.variant(), token);
  }
}
