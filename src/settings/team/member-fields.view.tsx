import { usePage } from '../../platform/web/page-context.js';
import { textOf, textsOf, type Posted } from '../../platform/web/posted.js';
import { CheckboxKeys, TextField, Tick, type FieldError } from '../../platform/web/parts/form.js';
import type { Language } from '../../shared/language.js';
import { StaleNote } from '../edit-parts.js';
import type { Member, TaughtLecture } from './team.queries.js';
import type { MemberFaults, TypedMember } from './team.rules.js';
import { teamTexts } from './team-texts.js';

export const typedMember = (posted: Posted): TypedMember => ({
  name: textOf(posted, 'namn'),
  email: textOf(posted, 'epost'),
  share: textOf(posted, 'tjanst'),
  from: textOf(posted, 'fran'),
  until: textOf(posted, 'till'),
  hidesName: textOf(posted, 'dolj') === 'ja',
  lectures: listed(posted, 'forelasning'),
});

/** Several values of one name: chosen one by one, or kept in one hidden field with spaces between them. */
export const listed = (posted: Posted, name: string): string[] =>
  textsOf(posted, name).flatMap(text => text.split(' '));

/** The same as it is posted, for a form that only asks on. */
export const postedMember = (typed: TypedMember, stamp: string): [string, string][] => [
  ['stampel', stamp],
  ['namn', typed.name],
  ['epost', typed.email],
  ['tjanst', typed.share],
  ['fran', typed.from],
  ['till', typed.until],
  ...(typed.hidesName ? [['dolj', 'ja'] as [string, string]] : []),
  ['forelasning', typed.lectures.join(' ')],
];

export const asTyped = (member: Member): TypedMember => ({
  name: member.name,
  email: member.email,
  share: String(Math.round(member.workingShare * 100)),
  from: member.employedFrom,
  until: member.employedUntil ?? '',
  hidesName: false,
  lectures: member.lectureIds,
});

const FIELDS: Record<keyof MemberFaults, string> = {
  name: 'namn',
  email: 'epost',
  share: 'tjanst',
  from: 'fran',
  until: 'till',
};

export const memberErrors = (faults: MemberFaults, language: Language): FieldError[] =>
  (Object.keys(FIELDS) as (keyof MemberFaults)[]).flatMap(field => {
    const fault = faults[field];
    return fault ? [{ id: FIELDS[field], message: teamTexts[language].faults[fault] }] : [];
  });

interface FieldsProps {
  typed: TypedMember;
  lectures: TaughtLecture[];
  errors: FieldError[];
  /** Undefined for somebody who is new. */
  nameIsPublic?: boolean;
}

export function MemberFields({ typed, lectures, errors, nameIsPublic }: FieldsProps) {
  const { language } = usePage();
  const t = teamTexts[language].person;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <PersonFields typed={typed} errors={errors} emailHint={t.emailHint} />
      <TextField
        id="tjanst"
        label={t.share}
        hint={t.shareHint}
        value={typed.share}
        error={errorOf('tjanst')}
        width="4"
        inputmode="numeric"
        autocomplete="off"
      />
      <TextField id="fran" label={t.from} value={typed.from} error={errorOf('fran')} type="date" width="10" />
      <TextField
        id="till"
        label={t.until}
        hint={t.untilHint}
        value={typed.until}
        error={errorOf('till')}
        type="date"
        width="10"
        isOptional
      />
      {lectures.length > 0 && (
        <CheckboxKeys
          name="forelasning"
          legend={t.lectures}
          hint={t.lecturesHint}
          choices={lectures.map(one => ({
            value: one.id,
            label: one.isPublished ? one.title[language] : t.unpublished(one.title[language]),
          }))}
          chosen={typed.lectures}
          size="sm"
        />
      )}
      {nameIsPublic === true && (
        <Tick id="dolj" name="dolj" value="ja" label={t.hideName} isTicked={typed.hidesName} />
      )}
      {nameIsPublic === false && (
        <p class="fb-small">
          <strong>{t.publicName}:</strong> {t.hiddenName}
        </p>
      )}
    </>
  );
}

export function PersonFields({
  typed,
  errors,
  emailHint,
}: {
  typed: { name: string; email: string };
  errors: FieldError[];
  emailHint: string;
}) {
  const t = teamTexts[usePage().language].person;
  const errorOf = (id: string) => errors.find(error => error.id === id)?.message;
  return (
    <>
      <TextField
        id="namn"
        label={t.name}
        value={typed.name}
        error={errorOf('namn')}
        width="20"
        autocomplete="off"
      />
      <TextField
        id="epost"
        label={t.email}
        hint={emailHint}
        value={typed.email}
        error={errorOf('epost')}
        type="email"
        width="20"
        autocomplete="off"
      />
    </>
  );
}

export function StaleMember({
  member,
  typed,
  lectures,
}: { member: Member } & Pick<FieldsProps, 'typed' | 'lectures'>) {
  const { language } = usePage();
  const t = teamTexts[language];
  const titles = (ids: string[]) =>
    lectures
      .filter(one => ids.includes(one.id))
      .map(one => one.title[language])
      .join(', ');
  const fields = (who: TypedMember) => [
    { label: t.history.name, value: who.name },
    { label: t.history.email, value: who.email },
    { label: t.history.workingShare, value: who.share },
    { label: t.history.employedFrom, value: who.from },
    { label: t.history.employedUntil, value: who.until },
    { label: t.history.lectures, value: titles(who.lectures) },
  ];
  const written = fields(typed);
  const differing = fields(asTyped(member))
    .filter((field, index) => field.value !== written[index]!.value)
    .map(field => ({ ...field, value: field.value || t.nothing }));
  return <StaleNote {...t.stale} differing={differing} />;
}
