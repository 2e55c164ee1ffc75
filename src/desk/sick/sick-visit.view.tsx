import type { SickChoice } from '../../bookings/sick/sick-acts.js';
import type { PlannedVisit } from '../../bookings/sick/sick-plans.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import type { Language } from '../../shared/language.js';
import { listed } from '../../shared/text/listed.js';
import { phoneForReading } from '../../shared/text/phone.js';
import { atClock, capitalised, dateAtClock } from '../../shared/time/format.js';
import { deskPath } from '../booking/desk-bookings.js';
import { colleagueInWords } from '../booking/staff.view.js';
import { choiceField, choiceValue } from './sick-address.js';
import { sickDeskTexts } from './sick-desk-texts.js';

interface Option {
  choice: SickChoice | undefined;
  label: string;
  hint?: string;
}

/** One visit: what can be done about it, the proposal chosen. */
export function SickVisit({ visit }: { visit: PlannedVisit }) {
  const { language } = usePage();
  const link = useLink();
  const t = sickDeskTexts[language];
  const { view, stay, proposal } = visit;
  const { contact } = view;
  const name = choiceField(view.reference);
  const options = optionsOf(visit, language);
  const preset = proposal === 'ask' ? undefined : proposal;
  const chosen = options.findIndex(option => option.choice?.act === preset);
  return (
    <fieldset class="ds-fieldset fb-sick-visit">
      <legend class="ds-label">
        {capitalised(dateAtClock(language, view.startsAt))}, {view.schoolName}, {view.className}
      </legend>
      <p class="fb-small">
        {stay.length > 0 ? t.goes(namesOf(stay, language)) : t.alone}{' '}
        {contact.phone && (
          <a href={`tel:${contact.phone}`}>{t.call(contact.name, phoneForReading(contact.phone))}</a>
        )}{' '}
        <a href={link(deskPath(view))}>{view.reference}</a>
      </p>
      {proposal === 'cancel' && <p class="fb-small">{t.noTime}</p>}
      <div class="fb-colleagues">
        {options.map(({ choice, label, hint }, index) => (
          <div class="ds-field">
            <input
              class="ds-input"
              type="radio"
              name={name}
              id={`${name}-${String(index)}`}
              value={choice ? choiceValue(choice) : ''}
              checked={index === chosen}
            />
            <label class="ds-label" for={`${name}-${String(index)}`}>
              {label}
            </label>
            {hint && <p data-field="description">{hint}</p>}
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** In the order in which they are proposed. */
function optionsOf({ view, stay, substitutes, kept }: PlannedVisit, language: Language): Option[] {
  const t = sickDeskTexts[language];
  return [
    ...substitutes.map((people, index) => ({
      choice: { act: 'substitute' as const, people: people.map(one => one.id) },
      label: t.substitute(namesOf(people, language)),
      hint: `${people.map(one => colleagueInWords(one, language, index === 0 && one.standing === 'free')).join('. ')}. ${t.substituteHint}`,
    })),
    ...kept.map(({ startsAt, until }) => ({
      choice: { act: 'move' as const, startsAt },
      label: t.move(dateAtClock(language, startsAt)),
      hint: t.moveHint(atClock(language, until)),
    })),
    ...(stay.length > 0
      ? [{ choice: { act: 'fewer' as const }, label: t.fewer(namesOf(stay, language)), hint: t.fewerHint }]
      : []),
    { choice: { act: 'cancel' }, label: t.cancel, hint: t.cancelHint(view.contact.email) },
    { choice: undefined, label: t.nothing },
  ];
}

const namesOf = (people: readonly { name: string }[], language: Language) =>
  listed(
    language,
    people.map(one => one.name),
  );
