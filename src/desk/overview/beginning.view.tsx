import { useLink, usePage } from '../../platform/web/page-context.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { BEGINNING, type Beginning } from './beginning.queries.js';
import { overviewTexts } from './overview-texts.js';

const PAGES: Record<keyof Beginning, string> = {
  schools: '/skolor',
  lectures: '/utbud',
  people: '/personal',
  hours: '/personal',
  year: '/installningar/lasar',
};

/** Whether nothing is left of it. */
export const hasBegun = (beginning: Beginning): boolean => BEGINNING.every(step => beginning[step]);

/** What has to be done before a school can book: gone as soon as all of it is. */
export function BeginningList({ beginning }: { beginning: Beginning }) {
  const { language } = usePage();
  const link = useLink();
  const t = overviewTexts[language].beginning;
  if (hasBegun(beginning)) return null;
  return (
    <section aria-labelledby="igang">
      <h2 id="igang">{t.title}</h2>
      <p class="fb-muted mb-2">{t.lead}</p>
      <ul class="fb-begin">
        {BEGINNING.map(step => (
          <li data-done={beginning[step] ? '' : undefined}>
            <span class="tick">{beginning[step] && <Icon name="check" />}</span>
            <div>
              <a href={link(PAGES[step])}>{t.steps[step]}</a>
              <span class="ds-sr-only">. {beginning[step] ? t.done : t.open}</span>
              {!beginning[step] && t.how[step] && <p class="fb-small fb-muted">{t.how[step]}</p>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
