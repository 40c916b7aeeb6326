package dev.safelight.metadata.person;

import reactor.core.publisher.Mono;

/** Lets each account have one export at a time. */
public interface ExportSlots {

  /**
   * Takes the place of an account, or keeps it for longer.
   *
   * @param holder of this export, unlike that of any other
   * @return whether it did: false while another export has it
   */
  Mono<Boolean> take(String account, String holder);

  /** Gives the place back; it becomes free by itself, too, when its holder dies. */
  Mono<Void> giveBack(String account, String holder);
}
