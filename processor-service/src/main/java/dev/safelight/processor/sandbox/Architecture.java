package dev.safelight.processor.sandbox;

import java.util.Optional;

/** The processors on which Linux is known here; numbers of system calls differ between them. */
enum Architecture {
  X86_64(0xC000003E),
  AARCH64(0xC00000B7);

  private final int audit;

  Architecture(int audit) {
    this.audit = audit;
  }

  /** What the kernel calls it in {@code struct seccomp_data} (AUDIT_ARCH of linux/audit.h). */
  int audit() {
    return audit;
  }

  /** That of this Linux, if it is known here. */
  static Optional<Architecture> ofThisLinux() {
    if (!System.getProperty("os.name").equals("Linux")) {
      return Optional.empty();
    }
    return switch (System.getProperty("os.arch")) {
      case "amd64" -> Optional.of(X86_64);
      case "aarch64" -> Optional.of(AARCH64);
      default -> Optional.empty();
    };
  }
}
