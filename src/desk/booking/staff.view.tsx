import { isPossible, type RankedColleague } from '../../bookings/acts/colleagues.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { atClockSpan, capitalised, dateAtClock } from '../../shared/time/format.js';
import { actTexts } from './act-texts.js';
import { DeskFrame } from './booking.view.js';
import type { PastEvent } from './desk-booking.queries.js';
import { deskPath, type DeskBooking } from './desk-bookings.js';
import { ChangedSince, Seen } from './seen.view.js';
import type { Weight } from './what-it-weighs.js';
import { grouped } from '../../shared/text/numbers.js';
import { signed } from '../../reports/fairness/ledger-table.js';
import { staffTexts } from './staff-texts.js';

export interface TypedStaff {
  people: string[];
  reason: string;
}

interface StaffPageProps {
  booking: DeskBooking;
  ranked: RankedColleague[];
  weights: ReadonlyMap<string, Weight>;
  typed: TypedStaff;
  error?: FieldError;
  /** What has happened since the page was read. */
  events?: PastEvent[];
}

export function StaffPage({ booking, ranked, weights, typed, error, events }: StaffPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = staffTexts[language];
  const { keep, undoable } = actTexts[language];
  const { view, facts } = booking;
  const able = ranked.filter(one => one.goes || isPossible(one));
  const next = ranked.find(one => !one.goes && one.standing === 'free');
  const unable = ranked.filter(one => !one.goes && !isPossible(one));
  return (
    <DeskFrame view={view} back={deskPath(view)}>
      {error && <ErrorSummary errors={[error]} />}
      {events && <ChangedSince events={events} names={facts.names} />}
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <p class="mt-2">
        {view.schoolName}, {view.className}, {dateAtClock(language, view.startsAt)}.{' '}
        {capitalised(t.lead(view.peopleNeeded))}
      </p>
      <PostForm action={link(deskPath(view, '/bemanning'))} class="fb-actform mt-4">
        <Seen view={view} facts={facts} />
        <fieldset class="ds-fieldset" aria-describedby={error?.id === 'person' ? 'person-fel' : undefined}>
          <legend class="ds-label">{t.people}</legend>
          <div class="fb-colleagues">
            {able.map((one, index) => (
              <div class="ds-field">
                <input
                  class="ds-input"
                  type="checkbox"
                  id={index === 0 ? 'person' : `person-${one.id}`}
                  name="person"
                  value={one.id}
                  checked={typed.people.includes(one.id)}
                />
                <label class="ds-label" for={index === 0 ? 'person' : `person-${one.id}`}>
                  {one.name} <Standing one={one} />
                </label>
                <p data-field="description">
                  {colleagueInWords(one, language, one === next)}
                  {weightInWords(weights.get(one.id), language)}
                </p>
              </div>
            ))}
          </div>
          {error?.id === 'person' && (
            <p class="ds-validation-message" id="person-fel">
              {error.message}
            </p>
          )}
        </fieldset>
        <TextField
          id="skal"
          label={t.reason}
          hint={t.reasonHint}
          value={typed.reason}
          error={error?.id === 'skal' ? error.message : undefined}
          autocomplete="off"
          isOptional
        />
        <ul class="fb-will">
          {view.status === 'confirmed' && <li>{t.mails}</li>}
          <li>{undoable}</li>
        </ul>
        <div class="fb-buttons">
          <button class="ds-button">{t.press}</button>
          <a href={link(deskPath(view))}>{keep}</a>
        </div>
      </PostForm>
      {unable.length > 0 && <Unable people={unable} />}
    </DeskFrame>
  );
}

function Unable({ people }: { people: RankedColleague[] }) {
  const { language } = usePage();
  const t = staffTexts[language];
  return (
    <section class="fb-actform mt-6" aria-labelledby="kan-inte">
      <div class="fb-group">
        <h2 id="kan-inte">{t.cannot}</h2>
      </div>
      <ul class="fb-people">
        {people.map(one => (
          <li>
            <strong>{one.name}</strong> <Standing one={one} />
            <p class="fb-small fb-muted">{colleagueInWords(one, language)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({ one }: { one: RankedColleague }) {
  const t = staffTexts[usePage().language];
  const shape = one.standing === 'free' ? 'ok' : isPossible(one) ? 'wait' : one.goes ? 'bad' : 'off';
  return (
    <span class="fb-status" data-s={shape}>
      {t.standing[one.standing]}
    </span>
  );
}

/** What the visit makes of the load. */
function weightInWords(weight: Weight | undefined, language: Language): string {
  if (!weight) return '';
  const { load, difference } = weight;
  return `. ${staffTexts[language].weight(grouped(language, load), signed(language, difference))}`;
}

/** What speaks for and against: goes now, the turn or what goes before it, the load, what is in the way. */
export function colleagueInWords(
  { goes, standing, isCapped, lacksRest, chosen, block }: RankedColleague,
  language: Language,
  isNext = false,
): string {
  const t = staffTexts[language];
  const when = block && atClockSpan(language, block.from, block.until);
  const because = chosen?.because;
  return capitalised(
    [
      goes ? t.goesNow : '',
      isNext ? t.first : '',
      because?.decidedBy ? t.before[because.decidedBy] : '',
      because ? t.load(grouped(language, because.bookedMinutes), Math.round(because.workingShare * 100)) : '',
      isCapped && standing !== 'capped' ? t.alsoCapped : '',
      lacksRest && standing === 'tight' ? t.lacksRest : '',
      block?.kind === 'visit' ? t.blocks.visit(block.schoolName ?? '', when!) : '',
      block && block.kind !== 'visit' && block.kind !== 'absence' ? t.blocks[block.kind](when!) : '',
      block?.kind === 'absence' ? t.blocks.absence : '',
    ]
      .filter(Boolean)
      .join(', '),
  );
}
