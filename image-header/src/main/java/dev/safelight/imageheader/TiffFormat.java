package dev.safelight.imageheader;

import java.io.IOException;
import java.util.HashSet;

/** TIFF 6.0: a chain of directories (IFD), one for each page. */
final class TiffFormat implements Format {

  private static final int BIG_TIFF = 43;
  private static final int MAX_PAGES = 10_000;

  @Override
  public boolean matches(HeaderInput in) throws IOException {
    return in.matches(0, 'I', 'I', 42, 0)
        || in.matches(0, 'M', 'M', 0, 42)
        || in.matches(0, 'I', 'I', BIG_TIFF, 0)
        || in.matches(0, 'M', 'M', 0, BIG_TIFF);
  }

  @Override
  public ImageHeader read(HeaderInput in) throws IOException {
    boolean littleEndian = in.u8(0) == 'I';
    var bytes = new TiffBytes(in, littleEndian);
    if (bytes.u16(2) == BIG_TIFF) {
      throw new MalformedImageException("The TIFF is of the 64-bit kind (BigTIFF): not supported");
    }
    return pages(bytes);
  }

  private static ImageHeader pages(TiffBytes bytes) throws IOException {
    var seen = new HashSet<Long>();
    long width = 0;
    long height = 0;
    int bytesPerPixel = 0;
    for (long at = bytes.u32(4); at != 0; at = bytes.nextPage(at)) {
      if (!seen.add(at) || seen.size() > MAX_PAGES) {
        throw new MalformedImageException("The TIFF's list of pages has no end");
      }
      var page = TiffPage.at(bytes, at);
      width = Math.max(width, page.width());
      height = Math.max(height, page.height());
      bytesPerPixel = Math.max(bytesPerPixel, page.bytesPerPixel());
    }
    return ImageHeader.claimed(ImageType.TIFF, width, height, seen.size(), bytesPerPixel);
  }
}
