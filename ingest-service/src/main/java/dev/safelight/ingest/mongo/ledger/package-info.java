/**
 * The ledger: who has how many bytes here, kept in two documents without a transaction.
 *
 * <p><b>The documents.</b> {@code uploads} has one {@link dev.safelight.ingest.mongo.ledger.Entry}
 * per image: the facts that are known of it. They only add up (a mark is set, a date rises), so any
 * order of events leads to the same, and from them alone follows what the image {@linkplain
 * dev.safelight.ingest.mongo.ledger.Claim claims}. Whenever the claim changes, the entry's {@code
 * version} rises. {@code accounts} has one document per owner: the sums that a quota is compared
 * with, and under {@code recent} which version of which image's claim they include. Changing a sum
 * and saying so is one update of one document.
 *
 * <p><b>Every transition is four steps</b>, each one atomic, each harmless when done again:
 *
 * <ol>
 *   <li><i>Fact.</i> The entry gets the fact, if it has not changed since it was read ({@code
 *       rev}).
 *   <li><i>Sum.</i> The account goes from the claim it includes to that of the entry. If {@code
 *       recent} has the image, it must still have the version that was read, and that must be lower
 *       than the entry's. If not, the account includes what the entry calls {@code booked}, as long
 *       as {@code recent} has still nothing and {@code sweeps} is still what it was before the
 *       entry was read. A reservation has one more condition: that there is room.
 *   <li><i>Booking.</i> Some minutes later the entry notes as {@code booked} what the account
 *       includes, if both have the same version and the entry has not changed since it was read.
 *   <li><i>Sweep.</i> The account drops the image from {@code recent}, if it still has that
 *       version, and counts {@code sweeps} up.
 * </ol>
 *
 * <p><b>Why nothing is counted twice.</b> A redelivered event finds the fact known and the version
 * included. Somebody who wakes up after a long sleep between two steps finds that the version or
 * {@code sweeps} has moved, and looks again; no clock is relied on. While {@code recent} lacks an
 * image, {@code booked} is what the account includes, since only the fourth step removes it, after
 * the third, and only the second brings it back, which needs {@code sweeps} unmoved.
 *
 * <p><b>Why nothing leaks.</b> The entry always comes first, so there is no sum without an entry. A
 * crash before the sum is made up by the redelivery of the event, or, for a reservation, never was
 * counted. A reservation that is never announced is given up by {@code OrphanSweep}: the entry is
 * marked, which fences off whoever would take the upload up again, the original is removed, the
 * claim is taken back by the steps above, and the entry is deleted last. A crash after the third
 * step leaves an image in {@code recent} that the next round of {@link
 * dev.safelight.ingest.mongo.ledger.AccountSweep} finds.
 *
 * <p>{@code digests} has one document per owner and digest, the images with these bytes, because
 * the embedded server has no secondary indexes. It is a hint: what it names is looked up in {@code
 * uploads}.
 */
@NullMarked
package dev.safelight.ingest.mongo.ledger;

import org.jspecify.annotations.NullMarked;
