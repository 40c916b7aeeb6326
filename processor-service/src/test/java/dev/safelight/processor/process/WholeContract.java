package dev.safelight.processor.process;

import org.junit.jupiter.api.Nested;

/** All parts of the contract, for one engine. */
public abstract class WholeContract {

  /** The engine that has to keep the contract, opened with {@link EngineContract#MARKS}. */
  protected abstract ImageEngine engine();

  @Nested
  class Sizes extends SizeContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Fits extends FitContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Kinds extends KindContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Orientations extends OrientationContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Colors extends ColorContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Alpha extends AlphaContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Formats extends FormatContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Steps extends StepContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Watermarks extends WatermarkContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Films extends AnimationContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Metadata extends MetadataContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class Damage extends DamageContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }

  @Nested
  class HostileFiles extends HostileContract {
    @Override
    protected ImageEngine engine() {
      return WholeContract.this.engine();
    }
  }
}
