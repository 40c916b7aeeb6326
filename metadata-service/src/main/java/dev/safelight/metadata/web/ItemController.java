package dev.safelight.metadata.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.safelight.metadata.item.Item;
import dev.safelight.metadata.item.ItemService;
import dev.safelight.webapi.Caller;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriUtils;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/items")
class ItemController {

  private final ItemService items;

  ItemController(ItemService items) {
    this.items = items;
  }

  /** Creates an item, under the id that the client wants or one of ours. */
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<ItemJson>> create(Caller caller, @RequestBody(required = false) byte[] body) {
    return Mono.fromSupplier(() -> ItemReader.ofNew(body))
        .flatMap(wanted -> items.create(wanted.id(), caller.subject(), wanted.details()))
        .map(item -> answer(HttpStatus.CREATED, item))
        .onErrorMap(ItemRefusals::of);
  }

  /** The item; unchanged since {@code If-None-Match}, only that. */
  @GetMapping("/{id}")
  Mono<ResponseEntity<ItemJson>> get(Caller caller, @PathVariable String id) {
    return items
        .get(id, Viewers.reading(caller))
        .map(item -> answer(HttpStatus.OK, item))
        .onErrorMap(ItemRefusals::of);
  }

  /** The caller's own items and those that are open to everyone, by id. */
  @GetMapping
  Mono<ItemJson.Listed> list(
      Caller caller, @RequestParam MultiValueMap<String, String> parameters) {
    var query = ItemQuery.of(parameters, caller.subject());
    return items
        .list(query.listing(), query.limit())
        .map(
            page ->
                new ItemJson.Listed(
                    page.items().stream().map(ItemJson::of).toList(),
                    Optional.ofNullable(page.last()).map(ItemCursors::of).orElse(null)))
        .onErrorMap(ItemRefusals::of);
  }

  /** Replaces what is said of an item; creates none. */
  @PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
  Mono<ResponseEntity<ItemJson>> change(
      Caller caller,
      @PathVariable String id,
      @RequestHeader HttpHeaders headers,
      @RequestBody(required = false) byte[] body) {
    var viewer = Viewers.writing(caller);
    return items
        .get(id, viewer)
        .map(item -> ItemReader.ofChange(body, id))
        .flatMap(details -> items.change(id, viewer, details, IfMatch.required(headers)))
        .map(item -> answer(HttpStatus.OK, item))
        .onErrorMap(ItemRefusals::of);
  }

  /** Deletes an item that no images belong to, or by force any; its images then belong to none. */
  @DeleteMapping("/{id}")
  Mono<ResponseEntity<Void>> delete(
      Caller caller,
      @PathVariable String id,
      @RequestHeader HttpHeaders headers,
      @RequestParam MultiValueMap<String, String> parameters) {
    return Mono.defer(
            () ->
                items.delete(
                    id,
                    Viewers.writing(caller),
                    IfMatch.optional(headers),
                    ItemQuery.force(parameters)))
        .thenReturn(ResponseEntity.noContent().<Void>build())
        .onErrorMap(ItemRefusals::of);
  }

  private static ResponseEntity<ItemJson> answer(HttpStatus status, Item item) {
    var answer =
        ResponseEntity.status(status)
            .eTag(IfMatch.etag(item))
            .cacheControl(CacheControl.noCache().cachePrivate())
            .varyBy(HttpHeaders.AUTHORIZATION);
    if (status == HttpStatus.CREATED) {
      answer.location(URI.create("/api/items/" + UriUtils.encode(item.id(), UTF_8)));
    }
    return answer.body(ItemJson.of(item));
  }
}
