package dev.safelight.processor.vips;

import dev.safelight.processor.process.AlphaContract;
import dev.safelight.processor.process.ColorContract;
import dev.safelight.processor.process.DamageContract;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.OrientationContract;
import dev.safelight.processor.process.SizeContract;
import org.junit.jupiter.api.Nested;

class VipsEngineTest {

  private static final ImageEngine ENGINE = Installed.engine();

  @Nested
  class Sizes extends SizeContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Orientations extends OrientationContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Colors extends ColorContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Alpha extends AlphaContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Damage extends DamageContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }
}
