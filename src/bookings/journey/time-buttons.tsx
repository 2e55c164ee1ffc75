import type { ComponentChildren } from 'preact';
import { usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { capitalised, clockSpan, weekdayAndDate } from '../../shared/time/format.js';
import { isoWithOffset, swedishDateOf } from '../../shared/time/swedish-time.js';
import type { Slot } from '../../slots/offer.rules.js';
import { journeyTexts } from './journey-texts.js';

/** How a time is chosen: by pressing it (a form that posts) or by following it to a page that asks once more. */
export type Choose = { post: string } | { href: (start: string) => string };

/** Times that are pressed need a form around them; those that are followed, or that are not there, need none. */
export function ChoiceOfTime({
  choose,
  isEmpty,
  children,
}: {
  choose: Choose;
  isEmpty: boolean;
  children: ComponentChildren;
}) {
  if ('post' in choose && !isEmpty) return <PostForm action={choose.post}>{children}</PostForm>;
  return <>{children}</>;
}

/** The times of one day. Whoever hears them read gets day and date with each. */
export function TimeButtons({ slots, choose }: { slots: Slot[]; choose: Choose }) {
  const { language } = usePage();
  const t = journeyTexts[language].timePage;
  return (
    <ul class="fb-times">
      {slots.map(slot => {
        const start = isoWithOffset(slot.start);
        const words = (
          <>
            <span class="ds-sr-only">
              {capitalised(weekdayAndDate(language, swedishDateOf(slot.start)))} {t.at}{' '}
            </span>
            {clockSpan(language, slot.start, slot.end)}
          </>
        );
        return (
          <li>
            {'post' in choose ? (
              <button class="fb-time" name="tid" value={start}>
                {words}
              </button>
            ) : (
              <a class="fb-time" href={choose.href(start)}>
                {words}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
