import type { LoggedChange } from '../../platform/history/change-log.js';
import { useLink, usePage } from '../../platform/web/page-context.js';
import { Done } from '../../platform/web/parts/desk-parts.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { labelsOf, type Filled } from '../filled.js';
import { History } from '../history.view.js';
import { Line, SheetErrors, SheetForm } from '../sheet-form.js';
import { fieldOf, type TravelSheet, type WayTo } from './travel-sheet.js';
import { travelTexts, wordsOfWays } from './travel-texts.js';

interface TravelPageProps {
  school: { id: string; displayName: string };
  ways: WayTo[];
  filled: Filled<TravelSheet>;
  changes: LoggedChange[];
  done: string | undefined;
}

export function TravelPage({ school, ways, filled, changes, done }: TravelPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = travelTexts[language];
  const words = wordsOfWays(ways, language);
  return (
    <div class="fb-wrap fb-edit">
      <BackLink to={`/skolor/${school.id}`} />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {t.title(school.displayName)}
      </h1>
      <Done text={done} class="mt-4" />
      <p class="fb-lead mt-3 mb-6">{t.lead}</p>
      {ways.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <div class="fb-narrow">
          <SheetForm action={link(`/skolor/${school.id}/restider`)} filled={filled} words={words}>
            <p class="fb-muted">{t.back}</p>
            <div class="fb-ways">
              {ways.map(way => (
                <Line key={way.schoolId} name={fieldOf(way.schoolId)} width="4" />
              ))}
            </div>
          </SheetForm>
        </div>
      )}
      <History changes={changes} labels={labelsOf(words)} />
    </div>
  );
}
