import type { ComponentChildren } from 'preact';
import type { OwnAbsence } from '../../bookings/absence/absences.js';
import { AbsenceInSight } from '../../bookings/absence/coming.view.js';
import type { LeftVisit } from '../../bookings/leaving/leaving.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { hoursInWords } from '../../bookings/availability/period-words.js';
import { rhythmInWords } from '../../bookings/availability/rhythm-words.js';
import { roundOf, windowsInWeek, type DayWindow } from '../../calendars/hours.rules.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm, Tick } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, dateAtClock, shortWeekdayName } from '../../shared/time/format.js';
import { weekCountOf } from '../../shared/time/iso-week.js';
import type { Filled } from '../filled.js';
import { History } from '../history.view.js';
import { SheetErrors, SheetForm } from '../sheet-form.js';
import { MemberFields } from './member-fields.view.js';
import type { Member, TaughtLecture } from './team.queries.js';
import { accountState, type MemberSheet } from './team.rules.js';
import { AccountActs, StateOfAccount } from './team.view.js';
import { teamTexts } from './team-texts.js';

interface MemberPageProps {
  member: Member;
  filled: Filled<MemberSheet>;
  lectures: TaughtLecture[];
  absence: OwnAbsence[];
  changes: LoggedChange[];
  done: string | undefined;
}

export function MemberPage(props: MemberPageProps) {
  const { member, filled, lectures } = props;
  const link = useLink();
  const t = teamTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {member.name}
      </h1>
      <Done text={props.done} class="mt-4" />
      <div class="fb-form mt-6">
        <div class="main">
          <SheetForm action={link(`/personal/${member.id}`)} filled={filled} words={t.fields}>
            <MemberFields lectures={lectures} known={{ member, filled }} />
          </SheetForm>
        </div>
        <div class="side">
          <AccountOf member={member} />
          <HoursOf member={member} />
          <AbsenceOf absence={props.absence} />
        </div>
      </div>
      <History changes={props.changes} labels={t.history} />
    </div>
  );
}

function AccountOf({ member }: { member: Member }) {
  const { language } = usePage();
  const t = teamTexts[language].person;
  const state = accountState(member.account);
  const at = member.account?.lastSignedInAt;
  return (
    <Side title={t.account}>
      <p class="mt-2">
        <StateOfAccount state={state} />
      </p>
      {member.account && (
        <p class="fb-small fb-muted mt-2">
          {at ? t.lastSignedIn(dateAtClock(language, new Date(at))) : t.neverSignedIn}
        </p>
      )}
      <AccountActs field={{ name: 'person', value: member.id }} state={state} who={member.name} />
    </Side>
  );
}

function HoursOf({ member: { hours } }: { member: Member }) {
  const { language } = usePage();
  const t = teamTexts[language].person;
  const every = roundOf(hours);
  const first = weekCountOf(hours.validFrom);
  return (
    <Side title={t.hoursTitle}>
      {hours.windows.length === 0 && <p class="mt-2">{t.noHours}</p>}
      {hours.windows.length > 0 && every === 1 && <WeekOf windows={hours.windows} />}
      {every > 1 &&
        Array.from({ length: every }, (_, index) => ({ every, turn: (first + index) % every })).map(
          rhythm => (
            <>
              <p class="fb-small mt-3">{capitalised(rhythmInWords(rhythm, hours, language))}</p>
              <WeekOf windows={windowsInWeek(hours.windows, rhythm.turn)} />
            </>
          ),
        )}
      <p class="fb-small fb-muted mt-2">{t.hoursBy}</p>
    </Side>
  );
}

function AbsenceOf({ absence }: { absence: OwnAbsence[] }) {
  const t = teamTexts[usePage().language].person;
  return (
    <Side title={t.absenceTitle}>
      {absence.length === 0 ? <p class="mt-2">{t.noAbsence}</p> : <AbsenceInSight coming={absence} />}
      <p class="fb-small fb-muted mt-2">{t.absenceBy}</p>
    </Side>
  );
}

function WeekOf({ windows }: { windows: DayWindow[] }) {
  const { language } = usePage();
  if (windows.length === 0) return <p class="fb-muted">{teamTexts[language].person.weekOff}</p>;
  return (
    <Facts
      isSide
      facts={[...Map.groupBy(windows, window => window.weekday)].map(([weekday, spans]) => ({
        label: capitalised(shortWeekdayName(language, weekday)),
        value: spans.map(span => hoursInWords(span, language)).join(', '),
      }))}
    />
  );
}

function Side({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section class="fb-aside">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

export interface NewMemberPageProps {
  filled: Filled<MemberSheet>;
  isInvited: boolean;
  lectures: TaughtLecture[];
}

export function NewMemberPage({ filled, isInvited, lectures }: NewMemberPageProps) {
  const link = useLink();
  const { fields, person: t } = teamTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.newTitle}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.newLead}</p>
      <div class="fb-narrow">
        <SheetForm action={link('/personal/ny')} filled={filled} words={fields} button={t.create}>
          <MemberFields lectures={lectures} />
          <Tick id="bjudin" name="bjudin" value="ja" label={t.invite} isTicked={isInvited} />
        </SheetForm>
      </div>
    </div>
  );
}

/** The visits that a change of the employment lets go, before it is saved. */
export function LeavingPage({
  member,
  filled,
  visits,
}: {
  member: Member;
  filled: Filled<MemberSheet>;
  visits: LeftVisit[];
}) {
  const { language } = usePage();
  const link = useLink();
  const t = teamTexts[language].leaving;
  return (
    <div class="fb-wrap fb-edit">
      <h1 class="ds-heading" data-size="lg">
        {t.title(visits.length)}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      <div class="fb-narrow">
        <Facts
          facts={visits.map(visit => ({
            label: capitalised(dateAtClock(language, visit.startsAt)),
            value: (
              <a href={link(`/kalender/${visit.reference}`)}>
                {visit.schoolName}, {visit.className}
              </a>
            ),
          }))}
        />
        <PostForm action={link(`/personal/${member.id}`)}>
          <input type="hidden" name="sedd" value={filled.seen} />
          {Object.entries(filled.sheet).map(([name, value]) => (
            <input type="hidden" name={name} value={[value].flat().join(' ')} />
          ))}
          <input type="hidden" name="besok" value={visits.map(visit => visit.reference).join(' ')} />
          <div class="fb-buttons">
            <button class="ds-button" name="steg" value="anda">
              {t.save}
            </button>
            <button class="ds-button" data-variant="secondary" name="steg" value="andra">
              {t.back}
            </button>
          </div>
        </PostForm>
      </div>
    </div>
  );
}
