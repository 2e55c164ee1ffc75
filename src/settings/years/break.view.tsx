import { useLink, usePage } from '../../platform/web/page-context.js';
import { PostForm } from '../../platform/web/parts/form.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import type { Filled } from '../filled.js';
import { Line, Pair, SheetErrors, SheetForm } from '../sheet-form.js';
import type { EditedYear } from './year.queries.js';
import type { BreakSheet } from './year-sheet.js';
import { yearTexts } from './year-texts.js';

interface BreakPageProps {
  year: EditedYear;
  title: string;
  /** 'ny' for one that is not there yet. */
  id: string;
  filled: Filled<BreakSheet>;
  hit: number;
}

/** One lov or lovdag of a school year. */
export function BreakPage({ year, title, id, filled, hit }: BreakPageProps) {
  const { language } = usePage();
  const link = useLink();
  const t = yearTexts[language];
  const path = `/installningar/lasar/${year.id}`;
  return (
    <div class="fb-wrap fb-desk">
      <BackLink to={path} />
      <SheetErrors filled={filled} />
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      <p class="fb-muted mt-2 mb-6">{t.yearTitle(year.label)}</p>
      <SheetForm
        action={link(`${path}/lov/${id}`)}
        filled={filled}
        words={t.breakFields}
        warning={hit > 0 ? t.hit(hit) : undefined}
      >
        <Pair>
          <Line name="nameSv" width="20" />
          <Line name="nameEn" width="20" />
          <Line name="startsOn" type="date" width="10" />
          <Line name="endsOn" type="date" width="10" isOptional />
        </Pair>
      </SheetForm>
      {id !== 'ny' && (
        <PostForm action={link(`${path}/lov/${id}/ta-bort`)} class="mt-9">
          <button class="ds-button" data-variant="secondary">
            {t.removeBreak}
          </button>
        </PostForm>
      )}
    </div>
  );
}
