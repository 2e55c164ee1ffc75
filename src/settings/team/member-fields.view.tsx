import { usePage } from '../../platform/web/page-context.js';
import { textOf, type Posted } from '../../platform/web/posted.js';
import { Tick } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import type { Filled } from '../filled.js';
import { historyTexts } from '../history-texts.js';
import { sheetFrom } from '../sheet.js';
import { Line, SomeOf } from '../sheet-form.js';
import type { Member, TaughtLecture } from './team.queries.js';
import { EMPTY_MEMBER, type MemberSheet } from './team.rules.js';
import { teamTexts } from './team-texts.js';

/** A tick takes back that a name is shown; no field gives it. Lectures are ticked, or all kept in one hidden field. */
export const typedMember = (posted: Posted): MemberSheet => {
  const sheet = sheetFrom(posted, EMPTY_MEMBER);
  return {
    ...sheet,
    lectures: sheet.lectures.flatMap(ids => ids.split(' ')),
    nameIsPublic: textOf(posted, 'dolj') === 'ja' ? '' : sheet.nameIsPublic,
  };
};

/** What coded values of a sheet are called, under "field=value". */
export function memberWords(lectures: TaughtLecture[], language: Language): Record<string, string> {
  const { yes, no } = historyTexts[language];
  return {
    'nameIsPublic=yes': yes,
    'nameIsPublic=': no,
    ...Object.fromEntries(lectures.map(one => [`lectures=${one.id}`, one.title[language]])),
  };
}

interface FieldsProps {
  lectures: TaughtLecture[];
  /** With what stands in the form; undefined for somebody who is new. */
  known?: { member: Member; filled: Filled<MemberSheet> };
}

/** Within a form over the sheet of somebody in the team. */
export function MemberFields({ lectures, known }: FieldsProps) {
  const { language } = usePage();
  const t = teamTexts[language].person;
  return (
    <>
      <PersonFields />
      <Line name="workingShare" width="4" />
      <Line name="employedFrom" type="date" width="10" />
      <Line name="employedUntil" type="date" width="10" isOptional />
      {lectures.length > 0 && (
        <SomeOf
          name="lectures"
          choices={lectures.map(one => ({
            value: one.id,
            label: one.isPublished ? one.title[language] : t.unpublished(one.title[language]),
          }))}
        />
      )}
      {known && <NameIsPublic {...known} />}
    </>
  );
}

function NameIsPublic({ member, filled }: { member: Member; filled: Filled<MemberSheet> }) {
  const { fields, person: t } = teamTexts[usePage().language];
  if (!member.nameIsPublic)
    return (
      <p class="fb-small">
        <strong>{fields.nameIsPublic.label}:</strong> {t.hiddenName}
      </p>
    );
  return (
    <div>
      <input type="hidden" name="nameIsPublic" value="yes" />
      <Tick id="dolj" name="dolj" value="ja" label={t.hideName} isTicked={filled.sheet.nameIsPublic === ''} />
    </div>
  );
}

export const PersonFields = () => (
  <>
    <Line name="name" width="20" />
    <Line name="email" type="email" width="20" />
  </>
);
