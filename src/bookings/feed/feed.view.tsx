import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink, CheckList } from '../../platform/web/parts/page-parts.js';
import { dateAtClock } from '../../shared/time/format.js';
import { feedTexts } from './feed-texts.js';

interface FeedPageProps {
  madeAt: Date | undefined;
  /** The whole address, the one time that it is shown. */
  address: string | undefined;
  hasEnded: boolean;
}

export function FeedPage({ madeAt, address, hasEnded }: FeedPageProps) {
  const { language } = usePage();
  const t = feedTexts[language];
  return (
    <div class="fb-wrap fb-message">
      <BackLink to="/kalender/vecka" />
      <h1 class="ds-heading" data-size="xl">
        {t.title}
      </h1>
      <Done text={hasEnded && !madeAt && t.ended} />
      <p class="fb-lead">{t.lead}</p>
      {address && <Shown address={address} />}
      {madeAt && !address && <p>{t.madeAt(dateAtClock(language, madeAt))}</p>}
      <Acts hasOne={madeAt !== undefined} />
      <About />
    </div>
  );
}

function Shown({ address }: { address: string }) {
  const t = feedTexts[usePage().language];
  return (
    <section class="fb-feed" aria-labelledby="lank">
      <h2 id="lank">{t.shown}</h2>
      <p>
        <strong>{t.shownOnce}</strong> {t.keepSecret}
      </p>
      <div class="ds-field">
        <label class="ds-label" for="adress">
          {t.field}
        </label>
        <textarea class="ds-input" id="adress" rows={3} readonly spellcheck={false}>
          {address}
        </textarea>
      </div>
      <p class="fb-small fb-muted">{t.how}</p>
    </section>
  );
}

function Acts({ hasOne }: { hasOne: boolean }) {
  const link = useLink();
  const t = feedTexts[usePage().language];
  return (
    <>
      <PostForm action={link('/kalender/prenumerera')}>
        <button class="ds-button" data-variant={hasOne ? 'secondary' : undefined}>
          {hasOne ? t.makeNew : t.make}
        </button>
        {hasOne && <p class="fb-small fb-muted mt-2">{t.makeNewHint}</p>}
      </PostForm>
      {hasOne && (
        <PostForm action={link('/kalender/prenumerera/avsluta')}>
          <button class="ds-button" data-variant="secondary">
            {t.end}
          </button>
          <p class="fb-small fb-muted mt-2">{t.endHint}</p>
        </PostForm>
      )}
    </>
  );
}

function About() {
  const t = feedTexts[usePage().language];
  return (
    <>
      <section aria-labelledby="innehall-kalender">
        <div class="fb-group">
          <h2 id="innehall-kalender">{t.contents}</h2>
        </div>
        <div class="mt-3">
          <CheckList items={t.inIt} />
        </div>
        <p class="mt-3">{t.notInIt}</p>
      </section>
      <section aria-labelledby="fordrojning">
        <div class="fb-group">
          <h2 id="fordrojning">{t.delay}</h2>
        </div>
        <p class="mt-3">{t.delayText}</p>
      </section>
    </>
  );
}
