import type { ComponentChildren } from 'preact';
import type { LeftVisit } from '../../bookings/leaving/leaving.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm, Tick } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, clock, dateAtClock, shortWeekdayName } from '../../shared/time/format.js';
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

function HoursOf({ member }: { member: Member }) {
  const { language } = usePage();
  const t = teamTexts[language].person;
  const weekdays = [...new Set(member.hours.map(span => span.weekday))];
  return (
    <Side title={t.hoursTitle}>
      {member.hours.length === 0 ? (
        <p class="mt-2">{t.noHours}</p>
      ) : (
        <Facts
          isSide
          facts={weekdays.map(weekday => ({
            label: capitalised(shortWeekdayName(language, weekday)),
            value: member.hours
              .filter(span => span.weekday === weekday)
              .map(({ from, until }) => `${clock(language, from)}–${clock(language, until)}`)
              .join(', '),
          }))}
        />
      )}
      <p class="fb-small fb-muted mt-2">{t.hoursBy}</p>
    </Side>
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
