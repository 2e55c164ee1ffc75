import { offerTexts } from '../../bookings/offer/offer-texts.js';
import { AUDIENCES } from '../../districts/bookable-hours.entity.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, fullDate } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import { labelsOf, type Filled } from '../filled.js';
import { History } from '../history.view.js';
import { Group, Line, OneOf, Pair, SheetErrors, SheetForm } from '../sheet-form.js';
import { CONSENTS, GRIDS, HOUR_PARTS, type RulesSheet } from './rules-sheet.js';
import { rulesTexts } from './rules-texts.js';

interface RulesPageProps {
  filled: Filled<RulesSheet>;
  /** What can be booked by the rules as they are now. */
  span: { first: IsoDate; last: IsoDate } | undefined;
  changes: LoggedChange[];
  done: string | undefined;
}

export function RulesPage({ filled, span, changes, done }: RulesPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = rulesTexts[language];
  const day = (date: IsoDate) => capitalised(fullDate(language, date));
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to="/installningar" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.title}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      {span ? (
        <Facts
          facts={[
            { label: t.first, value: day(span.first) },
            { label: t.last, value: day(span.last) },
          ]}
        />
      ) : (
        <p class="fb-note" data-kind="warning">
          {t.noSpan}
        </p>
      )}
      <SheetForm action={link('/installningar/regler')} filled={filled} words={t.fields}>
        <RulesFields />
      </SheetForm>
      <History
        changes={changes}
        labels={{
          ...labelsOf(t.fields),
          'handoverNeedsConsent=yes': t.consent.yes,
          'handoverNeedsConsent=no': t.consent.no,
        }}
      />
    </div>
  );
}

function RulesFields() {
  const { language } = usePage();
  const t = rulesTexts[language];
  return (
    <>
      <Group title={t.groups.when}>
        <Pair>
          <Line name="leadTimeWorkingDays" width="4" />
          <Line name="changeCutoffWorkingDays" width="4" />
          <Line name="comingBookingsPerSchoolAndTerm" width="4" />
          <Line name="holdMinutes" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.time}>
        <OneOf name="startGridMinutes" choices={GRIDS.map(value => ({ value, label: t.grid(value) }))} />
        <Pair>
          <Line name="marginBeforeMinutes" width="4" />
          <Line name="marginAfterMinutes" width="4" />
          <Line name="breakAtSameSchoolMinutes" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.size}>
        <Pair>
          <Line name="groupSmallest" width="4" />
          <Line name="groupLargest" width="4" />
          <Line name="peopleNeeded" width="4" />
          <Line name="eveningLoadPercent" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.team}>
        <OneOf
          name="handoverNeedsConsent"
          choices={CONSENTS.map(value => ({ value, label: t.consent[value] }))}
        />
        <Line name="hoursReminderWeeks" width="4" />
      </Group>
      <Group title={t.groups.caps} lead={t.capsLead}>
        <Pair>
          <Line name="mostVisitsPerPersonAndDay" width="4" />
          <Line name="mostVisitsPerPersonAndWeek" width="4" />
          <Line name="mostEveningsPerPersonAndWeek" width="4" />
          <Line name="mostVisitsInARow" width="4" />
          <Line name="breakMinutes" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.teamCaps} lead={t.teamCapsLead}>
        <Pair>
          <Line name="mostVisitsPerTeamAndDay" width="4" />
          <Line name="mostVisitsPerTeamAndWeek" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.rest} lead={t.restLead}>
        <Pair>
          <Line name="restAfterLateWorkHours" width="4" />
        </Pair>
      </Group>
      <Group title={t.groups.hours} lead={t.hoursLead}>
        {AUDIENCES.map(audience => (
          <fieldset class="ds-fieldset">
            <legend class="ds-label">{offerTexts[language].lecture.audience[audience]}</legend>
            <div class="fb-four">
              {HOUR_PARTS.map(part => (
                <Line name={`${audience}${part}`} width="4" />
              ))}
            </div>
          </fieldset>
        ))}
      </Group>
    </>
  );
}
