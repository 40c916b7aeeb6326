package dev.safelight.processor.vips;

import dev.safelight.processor.process.AlphaContract;
import dev.safelight.processor.process.ColorContract;
import dev.safelight.processor.process.DamageContract;
import dev.safelight.processor.process.FitContract;
import dev.safelight.processor.process.FormatContract;
import dev.safelight.processor.process.HostileContract;
import dev.safelight.processor.process.ImageEngine;
import dev.safelight.processor.process.KindContract;
import dev.safelight.processor.process.MetadataContract;
import dev.safelight.processor.process.OrientationContract;
import dev.safelight.processor.process.SizeContract;
import dev.safelight.processor.process.StepContract;
import dev.safelight.processor.process.WatermarkContract;
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
  class Fits extends FitContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Kinds extends KindContract {
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
  class Formats extends FormatContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Steps extends StepContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Watermarks extends WatermarkContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }

  @Nested
  class Metadata extends MetadataContract {
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

  @Nested
  class HostileFiles extends HostileContract {
    @Override
    protected ImageEngine engine() {
      return ENGINE;
    }
  }
}
