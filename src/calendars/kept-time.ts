/** Of time that is kept, k: nobody has booked what it is kept for; a booking of one's own would leave it. */
export const isStillKept = (ownBookingId: string): string => `NOT EXISTS (
  SELECT 1 FROM booking b WHERE b.published_time_id = k.published_time_id AND b.id IS DISTINCT FROM ${ownBookingId})`;
