/** What a visit is called in every calendar: the same in mails and in what is fetched, so that it is one entry there. */
export const uidOfVisit = (bookingId: string): string => `${bookingId}@faltbokning`;

/** The same of an absence, which only stands in the calendar that programs fetch. */
export const uidOfAbsence = (absenceId: string): string => `${absenceId}@franvaro.faltbokning`;

/** The same of a published time for which somebody is kept, which only stands there, too. */
export const uidOfPublishedTime = (publishedTimeId: string): string =>
  `${publishedTimeId}@publicerad.faltbokning`;

const OWN = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}@(?:(?:franvaro|publicerad)\.)?faltbokning$/i;

/** How Exchange writes the UID of an invitation from elsewhere: in hexadecimal, behind this mark, ended by a zero. */
const WRAPPED = /^[\da-f]*7643616c2d55696401000000((?:[\da-f]{2})+)00$/i;

/** Whether an entry of another calendar is one of ours that came back: our invitation, or our calendar subscribed to. */
export function isOwnUid(uid: string): boolean {
  const hex = WRAPPED.exec(uid)?.[1];
  return OWN.test(hex === undefined ? uid : Buffer.from(hex, 'hex').toString('latin1'));
}
