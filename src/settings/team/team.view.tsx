import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done, PageHead, WideTable } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm, type FieldError } from '../../platform/web/parts/form.js';
import type { LoggedChange } from '../../platform/history/change-log.js';
import { dateSpan, dateAtClock } from '../../shared/time/format.js';
import type { IsoDate } from '../../shared/time/iso-date.js';
import type { Language } from '../../shared/language.js';
import { History } from '../history.view.js';
import type { ListedCoordinator, ListedMember } from './team.queries.js';
import { accountState, actsOf, type AccountAct, type AccountState } from './team.rules.js';
import { teamTexts } from './team-texts.js';

interface TeamPageProps {
  members: ListedMember[];
  coordinators: ListedCoordinator[];
  ownAccountId: string;
  today: IsoDate;
  changes: LoggedChange[];
  errors: FieldError[];
  done: string | undefined;
}

export function TeamPage(props: TeamPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = teamTexts[language];
  return (
    <div class="fb-wrap fb-edit">
      <ErrorSummary errors={props.errors} title={props.errors[0] && t.heads.act} />
      <PageHead title={t.title}>
        <a class="ds-button" href={link('/personal/ny')}>
          {t.add}
        </a>
      </PageHead>
      <Done text={props.done} class="mt-4" />
      <p class="fb-lead mt-3">{t.lead}</p>
      <div class="fb-group">
        <h2>{t.team}</h2>
      </div>
      {props.members.length === 0 ? (
        <p class="fb-muted mt-3">{t.noTeam}</p>
      ) : (
        <MemberTable members={props.members} today={props.today} />
      )}
      <div class="fb-group" id="samordnare">
        <h2>{t.coordinators}</h2>
        <a href={link('/personal/samordnare')}>{t.addCoordinator}</a>
      </div>
      <CoordinatorTable coordinators={props.coordinators} ownAccountId={props.ownAccountId} />
      <History changes={props.changes} labels={t.history} />
    </div>
  );
}

function MemberTable({ members, today }: Pick<TeamPageProps, 'members' | 'today'>) {
  const { language } = usePage();
  const link = useLink();
  const t = teamTexts[language];
  return (
    <WideTable label={t.table} class="mt-4">
      <thead>
        <tr>
          <th scope="col">{t.heads.name}</th>
          <th scope="col">{t.heads.email}</th>
          <th scope="col" class="r">
            {t.heads.share}
          </th>
          <th scope="col">{t.heads.employed}</th>
          <th scope="col" class="r">
            {t.heads.hours}
          </th>
          <th scope="col">{t.heads.account}</th>
          <th scope="col">{t.heads.lastSignedIn}</th>
        </tr>
      </thead>
      <tbody>
        {members.map(member => (
          <tr>
            <th scope="row">
              <a href={link(`/personal/${member.id}`)}>{member.name}</a>
            </th>
            <td>{member.email}</td>
            <td class="r">{t.percent(member.workingShare)}</td>
            <td>{employmentInWords(member, today, language)}</td>
            <td class="r">{t.hours(hoursInWords(member.weeklyMinutes, language))}</td>
            <td>
              <StateOfAccount state={accountState(member.account)} />
            </td>
            <td>{lastSignedIn(member.account?.lastSignedInAt, language)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

function CoordinatorTable({
  coordinators,
  ownAccountId,
}: Pick<TeamPageProps, 'coordinators' | 'ownAccountId'>) {
  const { language } = usePage();
  const t = teamTexts[language];
  return (
    <WideTable label={t.coordinatorsTable} class="mt-4">
      <thead>
        <tr>
          <th scope="col">{t.heads.name}</th>
          <th scope="col">{t.heads.email}</th>
          <th scope="col">{t.heads.account}</th>
          <th scope="col">{t.heads.lastSignedIn}</th>
          <th scope="col">{t.heads.act}</th>
        </tr>
      </thead>
      <tbody>
        {coordinators.map(one => {
          const isOneself = one.id === ownAccountId;
          return (
            <tr>
              <th scope="row">
                {one.name}
                {isOneself && ` (${t.you})`}
              </th>
              <td>{one.email}</td>
              <td>
                <StateOfAccount state={accountState(one)} />
              </td>
              <td>{lastSignedIn(one.lastSignedInAt, language)}</td>
              <td>
                {!isOneself && (
                  <AccountActs
                    field={{ name: 'konto', value: one.id }}
                    state={accountState(one)}
                    who={one.name}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </WideTable>
  );
}

const SHAPES: Record<AccountState, string> = { none: 'off', invited: 'wait', active: 'ok', disabled: 'off' };

export function StateOfAccount({ state }: { state: AccountState }) {
  return (
    <span class="fb-status" data-s={SHAPES[state]}>
      {teamTexts[usePage().language].states[state]}
    </span>
  );
}

/** What can be done to an account as it stands: one button each. */
export function AccountActs({
  field,
  state,
  who,
}: {
  field: { name: 'konto' | 'person'; value: string };
  state: AccountState;
  who: string;
}) {
  const { language } = usePage();
  const link = useLink();
  const { acts } = teamTexts[language];
  const words: Record<AccountAct, string> = {
    ...acts,
    invite: state === 'none' ? acts.invite.none : acts.invite.again,
  };
  return (
    <PostForm action={link('/personal/konto')} class="fb-acts">
      <input type="hidden" name={field.name} value={field.value} />
      {actsOf(state).map(act => (
        <button class="fb-link" name="gor" value={act}>
          {words[act]}
          <span class="ds-sr-only">: {who}</span>
        </button>
      ))}
    </PostForm>
  );
}

function employmentInWords(
  member: Pick<ListedMember, 'employedFrom' | 'employedUntil'>,
  today: IsoDate,
  language: Language,
): string {
  const t = teamTexts[language];
  const day = (date: IsoDate) => dateSpan(language, date, date);
  const span = member.employedUntil
    ? t.fromUntil(day(member.employedFrom), day(member.employedUntil))
    : t.since(day(member.employedFrom));
  return member.employedUntil && member.employedUntil < today ? `${t.hasLeft}, ${span}` : span;
}

/** "37,5" */
function hoursInWords(minutes: number, language: Language): string {
  const hours = String(Math.round((minutes / 60) * 10) / 10);
  return language === 'sv' ? hours.replace('.', ',') : hours;
}

const lastSignedIn = (at: Date | string | null | undefined, language: Language): string =>
  at ? dateAtClock(language, new Date(at)) : teamTexts[language].never;
