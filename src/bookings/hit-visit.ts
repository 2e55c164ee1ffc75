/** A coming visit of somebody who will be away then, or whose hours no longer reach it. */
export interface HitVisit {
  bookingId: string;
  reference: string;
  startsAt: Date;
  schoolName: string;
  className: string;
  status: 'preliminary' | 'confirmed';
}
