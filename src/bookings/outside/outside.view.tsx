import type { OutsideState } from '../../calendars/outside/outside-calendars.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { ErrorSummary, PostForm, TextField, type FieldError } from '../../platform/web/parts/form.js';
import { BackLink, CheckList } from '../../platform/web/parts/page-parts.js';
import { dateAtClock } from '../../shared/time/format.js';
import { outsideTexts } from './outside-texts.js';

const PAGE = '/kalender/utifran';

interface OutsidePageProps {
  state: OutsideState | undefined;
  typed: string;
  errors: FieldError[];
  done: string | undefined;
}

export function OutsidePage({ state, typed, errors, done }: OutsidePageProps) {
  const link = useLink();
  const t = outsideTexts[usePage().language];
  return (
    <div class="fb-wrap fb-message">
      <BackLink to="/kalender/vecka" />
      <ErrorSummary errors={errors} />
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <Done text={done} />
      <p class="fb-lead">{t.lead}</p>
      {state && <State state={state} />}
      <section aria-labelledby="adressen">
        <div class="fb-group">
          <h2 id="adressen">{state ? t.replace : t.enter}</h2>
        </div>
        <PostForm action={link(PAGE)} class="fb-stack gap-5 mt-3">
          <TextField
            id="adress"
            label={t.field}
            hint={t.hint}
            value={typed}
            error={errors[0]?.message}
            autocomplete="off"
          />
          <button class="ds-button" data-variant={state ? 'secondary' : undefined}>
            {t.save}
          </button>
        </PostForm>
      </section>
      <About />
    </div>
  );
}

function State({ state }: { state: OutsideState }) {
  const { language } = usePage();
  const link = useLink();
  const t = outsideTexts[language];
  return (
    <section class="fb-feed" aria-labelledby="din-kalender">
      <h2 id="din-kalender">{t.yours}</h2>
      <p>{t.host(state.host)}</p>
      {state.isWaiting ? (
        <p>
          {t.waiting} <a href={link(PAGE)}>{t.lookAgain}</a>
        </p>
      ) : (
        <Reading state={state} />
      )}
      <PostForm action={link(`${PAGE}/las`)}>
        <button class="ds-button" data-variant="secondary">
          {t.readNow}
        </button>
      </PostForm>
      <PostForm action={link(`${PAGE}/ta-bort`)}>
        <button class="ds-button" data-variant="secondary">
          {t.remove}
        </button>
        <p class="fb-small fb-muted mt-2">{t.removeHint}</p>
      </PostForm>
    </section>
  );
}

function Reading({ state }: { state: OutsideState }) {
  const { language } = usePage();
  const t = outsideTexts[language];
  const { fault, brokenSince, lastReadAt, busy } = state;
  const when = lastReadAt && dateAtClock(language, lastReadAt);
  if (fault && brokenSince)
    return (
      <>
        <p>
          <strong>{t.broken(dateAtClock(language, brokenSince))}</strong> {t.faults[fault]}
        </p>
        <p>{when ? t.lastRead(when) : t.neverRead}</p>
      </>
    );
  const remarks = [
    state.eventsLeftOut > 0 && t.leftOut(state.eventsLeftOut),
    state.zonesGuessed > 0 && t.guessed,
    state.isCut && t.cut,
  ].filter(remark => remark !== false);
  return (
    <>
      {when && <p>{t.read(when, busy)}</p>}
      {remarks.map(remark => (
        <p>{remark}</p>
      ))}
    </>
  );
}

function About() {
  const t = outsideTexts[usePage().language];
  return (
    <>
      <section aria-labelledby="sa-delar-du">
        <div class="fb-group">
          <h2 id="sa-delar-du">{t.how}</h2>
        </div>
        {t.ways.map(({ where, how }) => (
          <p class="mt-3">
            <strong>{where}.</strong> {how}
          </p>
        ))}
        <p class="mt-3">{t.mayBeOff}</p>
      </section>
      <section aria-labelledby="det-har-lases">
        <div class="fb-group">
          <h2 id="det-har-lases">{t.what}</h2>
        </div>
        <div class="mt-3">
          <CheckList items={t.inIt} />
        </div>
        <p class="mt-3">{t.notInIt}</p>
        <p class="mt-3">{t.delay}</p>
      </section>
    </>
  );
}
