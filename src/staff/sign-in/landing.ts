import { isOwnPath } from '../../platform/web/own-path.js';

/** Where a sign-in leads: back to where one was going, if that is a page of ours, or else to the day's visits. */
export const landing = (wanted: string): string => (isOwnPath(wanted) ? wanted : '/kalender');
