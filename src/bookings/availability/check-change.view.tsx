import type { ComponentChildren } from 'preact';
import type { HoursPeriod } from '../../calendars/hours.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { HitVisits } from '../hit-visits.view.js';
import { availabilityTexts } from './availability-texts.js';
import { Period } from './availability.view.js';
import type { ComingVisit } from './change.rules.js';

interface CheckChangeProps {
  title: string;
  /** What becomes of the hours. */
  children?: ComponentChildren;
  outside: ComingVisit[];
  replacedPeriods?: HoursPeriod[];
  action: string;
  /** What the form takes along. */
  fields: [name: string, value: string][];
  yes: string;
  no: ComponentChildren;
}

/** What a change of hours does, before it is made: the visits that it touches, and the hours whose place it takes. */
export function CheckChange(props: CheckChangeProps) {
  const { title, children, outside, replacedPeriods = [], action, fields, yes, no } = props;
  const link = useLink();
  const t = availabilityTexts[usePage().language];
  return (
    <div class="fb-wrap fb-f fb-hours">
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {children}
      {outside.length > 0 && (
        <>
          <p class="fb-lead mt-4 mb-2">{t.outside(outside.length)}</p>
          <HitVisits visits={outside} />
        </>
      )}
      {replacedPeriods.length > 0 && (
        <>
          <p class="fb-lead mt-6 mb-2">{t.replaces}</p>
          <ul class="fb-hourlist">
            {replacedPeriods.map(period => (
              <li>
                <Period period={period} isNow={false} />
              </li>
            ))}
          </ul>
        </>
      )}
      <PostForm action={link(action)}>
        {fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <div class="fb-buttons">
          <button class="ds-button" name="steg" value="anda">
            {yes}
          </button>
          {no}
        </div>
      </PostForm>
    </div>
  );
}
