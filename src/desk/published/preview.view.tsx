import { useLink, usePage } from '../../platform/web/page-context.js';
import { ErrorSummary, PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { dateSpan } from '../../shared/time/format.js';
import { shortDayAtClock } from '../words.js';
import { publishedTexts } from './published-texts.js';
import { namesOf, troubleInWords } from './published-words.js';
import type { PublishingGround, PublishingPlan } from './publishing.js';
import type { FormKind, TypedPublishing } from './publishing-form.js';
import type { JudgedTime } from './publishing.rules.js';
import { TimeTable } from './time-table.view.js';

interface PreviewPageProps {
  kind: FormKind;
  typed: TypedPublishing;
  plan: PublishingPlan;
  ground: PublishingGround;
  /** Keys of the times that are ticked. */
  chosen: readonly string[];
  /** Said where nothing was ticked. */
  error: string | undefined;
}

/** Everything that is to be published, each to be left out, and what cannot be, with the reason. */
export function PreviewPage({ kind, typed, plan, ground, chosen, error }: PreviewPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = publishedTexts[language];
  const possible = plan.times.filter(time => !time.trouble).length;
  return (
    <div class="fb-wrap fb-deskpage" data-wide="">
      <BackLink to={`/publicerade-tider/${kind}`} />
      {error && <ErrorSummary errors={[{ id: 'tider', message: error }]} />}
      <h1 class="ds-heading" data-size="lg">
        {t.preview.title}
      </h1>
      <p class="mt-2" id="tider">
        {possible === 0 ? t.preview.nothing : t.preview.lead(possible)}
      </p>
      {plan.times.length > 0 && (
        <p class="fb-muted mt-2">{dateSpan(language, plan.times[0]!.date, plan.times.at(-1)!.date)}</p>
      )}
      {plan.dropped > 0 && <p class="fb-muted mt-2">{t.preview.dropped(plan.dropped)}</p>}
      <PostForm action={link(`/publicerade-tider/${kind}`)} class="mt-4">
        <Typed typed={typed} />
        {plan.times.length > 0 && <PlanTable times={plan.times} ground={ground} chosen={chosen} />}
        <div class="fb-buttons">
          {possible > 0 && (
            <button class="ds-button" name="steg" value="publicera">
              {t.preview.publish}
            </button>
          )}
          <button class="ds-button" data-variant="secondary" name="steg" value="andra">
            {t.preview.change}
          </button>
        </div>
      </PostForm>
    </div>
  );
}

/** What the form has said, carried along, several under one name apart by spaces: the plan is made of it anew. */
function Typed({ typed }: { typed: TypedPublishing }) {
  return (
    <>
      {Object.entries(typed).map(([name, value]: [string, string | string[]]) => (
        <input type="hidden" name={name} value={[value].flat().join(' ')} />
      ))}
    </>
  );
}

function PlanTable({
  times,
  ground,
  chosen,
}: Pick<PreviewPageProps, 'ground' | 'chosen'> & { times: JudgedTime[] }) {
  const t = publishedTexts[usePage().language];
  return (
    <TimeTable label={t.preview.title}>
      {times.map(time => (
        <PlanRow time={time} ground={ground} isChosen={chosen.includes(time.key)} />
      ))}
    </TimeTable>
  );
}

function PlanRow({
  time,
  ground,
  isChosen,
}: {
  time: JudgedTime;
  ground: PublishingGround;
  isChosen: boolean;
}) {
  const { language } = usePage();
  const t = publishedTexts[language];
  const when = shortDayAtClock(language, time.startsAt);
  const lecture = ground.lectures.find(one => one.id === time.lectureId);
  return (
    <tr>
      <td>
        {!time.trouble && (
          <input
            type="checkbox"
            name="tid"
            value={time.key}
            checked={isChosen}
            aria-label={t.chooseOne(when)}
          />
        )}
      </td>
      <th scope="row" class="nb">
        {when}
      </th>
      <td>{lecture?.texts[language].title ?? (time.lectureId === null ? t.every : '–')}</td>
      <td>
        {namesOf(time.people, ground.everybody) || <span class="fb-muted">{t.nobody}</span>}
        {time.leftOut.length > 0 && (
          <small>{t.preview.without(namesOf(time.leftOut, ground.everybody))}</small>
        )}
      </td>
      <td>
        <span class="fb-status" data-s={time.trouble ? 'bad' : 'ok'}>
          {time.trouble ? troubleInWords(time.trouble, ground.everybody, language) : t.preview.ok}
        </span>
      </td>
    </tr>
  );
}
