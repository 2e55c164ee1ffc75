import type { ComponentChildren } from 'preact';
import type { LeftVisit } from '../../bookings/leaving/leaving.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm, Tick, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { capitalised, clock, dateAtClock, shortWeekdayName } from '../../shared/time/format.js';
import { Done } from '../edit-parts.js';
import { History } from '../history.view.js';
import { MemberFields, postedMember, StaleMember } from './member-fields.view.js';
import type { Member, TaughtLecture } from './team.queries.js';
import { accountState, type TypedMember } from './team.rules.js';
import { AccountActs, StateOfAccount } from './team.view.js';
import { teamTexts } from './team-texts.js';

interface MemberPageProps {
  member: Member;
  typed: TypedMember;
  lectures: TaughtLecture[];
  changes: LoggedChange[];
  errors: FieldError[];
  /** Somebody else has saved in the meantime: what stands now is said beside what was typed. */
  isStale: boolean;
  done: string | undefined;
}

export function MemberPage(props: MemberPageProps) {
  const { member, typed, lectures, errors } = props;
  const link = useLink();
  const t = teamTexts[usePage().language];
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <ErrorSummary errors={errors} />
      {props.isStale && <StaleMember member={member} typed={typed} lectures={lectures} />}
      <h1 class="ds-heading" data-size="lg">
        {member.name}
      </h1>
      <Done said={props.done} />
      <div class="fb-form mt-6">
        <div class="main">
          <PostForm action={link(`/personal/${member.id}`)} class="fb-fields">
            <input type="hidden" name="stampel" value={member.stamp} />
            <MemberFields
              typed={typed}
              lectures={lectures}
              errors={errors}
              nameIsPublic={member.nameIsPublic}
            />
            <div class="fb-buttons">
              <button class="ds-button">{t.person.save}</button>
            </div>
          </PostForm>
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

interface NewMemberPageProps {
  typed: TypedMember;
  isInvited: boolean;
  lectures: TaughtLecture[];
  errors: FieldError[];
}

export function NewMemberPage({ typed, isInvited, lectures, errors }: NewMemberPageProps) {
  const link = useLink();
  const t = teamTexts[usePage().language].person;
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to="/personal" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="lg">
        {t.newTitle}
      </h1>
      <p class="fb-lead mt-3 mb-6">{t.newLead}</p>
      <PostForm action={link('/personal/ny')} class="fb-fields fb-narrow">
        <MemberFields typed={typed} lectures={lectures} errors={errors} />
        <Tick id="bjudin" name="bjudin" value="ja" label={t.invite} isTicked={isInvited} />
        <div class="fb-buttons">
          <button class="ds-button">{t.create}</button>
        </div>
      </PostForm>
    </div>
  );
}

/** The visits that a change of the employment lets go, before it is saved. */
export function LeavingPage({
  member,
  typed,
  visits,
}: {
  member: Member;
  typed: TypedMember;
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
          {postedMember(typed, member.stamp).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
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
