import { addressOf, choiceOf } from './list-address.rules.js';
import { PLAIN_WISH, type ListWish } from './list-wish.js';

/** Choices that are made again and again, ready as links. */
export const VIEWS = {
  coming: {},
  lacksPeople: { state: 'lacksPeople' },
  preliminary: { state: 'preliminary' },
  unknownSender: { state: 'unknownSender' },
  untold: { state: 'untold', period: { kind: 'all' } },
  mailFailed: { state: 'mailFailed', period: { kind: 'all' } },
  independent: { organizer: 'independent' },
} satisfies Record<string, Partial<ListWish>>;
export type View = keyof typeof VIEWS;

export const addressOfView = (view: View): string => addressOf({ ...PLAIN_WISH, ...VIEWS[view] });

/** A view in the columns and the order that somebody has chosen for the list. */
export const wishOfView = (view: View, { columns, order }: ListWish): ListWish => ({
  ...PLAIN_WISH,
  columns,
  order,
  ...VIEWS[view],
});

export const isInView = (wish: ListWish, view: View): boolean =>
  addressOf({ ...PLAIN_WISH, ...choiceOf(wish) }) === addressOfView(view);
