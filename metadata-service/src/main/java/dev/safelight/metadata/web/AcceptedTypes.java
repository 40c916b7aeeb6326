package dev.safelight.metadata.web;

import dev.safelight.metadata.catalog.WantedVariant;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What an {@code Accept} header says (RFC 9110, section 12.5.1); anything if it says nothing. */
class AcceptedTypes implements WantedVariant.Taste {

  private final List<MediaType> types;

  AcceptedTypes(HttpHeaders request) {
    this.types = read(request);
  }

  /** The closest of those that fit counts. */
  @Override
  public double inGeneral(String mimeType) {
    var type = MediaType.parseMediaType(mimeType);
    return types.isEmpty()
        ? 1
        : types.stream()
            .filter(accepted -> accepted.includes(type))
            .min(Comparator.comparingInt(AcceptedTypes::width))
            .map(MediaType::getQualityValue)
            .orElse(0.0);
  }

  @Override
  public double byName(String mimeType) {
    var type = MediaType.parseMediaType(mimeType);
    return types.stream()
        .filter(type::equalsTypeAndSubtype)
        .mapToDouble(MediaType::getQualityValue)
        .max()
        .orElse(0);
  }

  private static int width(MediaType type) {
    return (type.isWildcardType() ? 2 : 0) + (type.isWildcardSubtype() ? 1 : 0);
  }

  /** One that can't be read is ignored. */
  private static List<MediaType> read(HttpHeaders request) {
    try {
      return request.getAccept();
    } catch (InvalidMediaTypeException e) {
      return List.of();
    }
  }
}
