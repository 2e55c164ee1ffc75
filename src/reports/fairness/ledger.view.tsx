import { useLink, usePage } from '../../platform/web/page-context.js';
import { WideTable } from '../../platform/web/parts/desk-parts.js';
import { Icon } from '../../platform/web/parts/icon.js';
import { BackLink } from '../../platform/web/parts/page-parts.js';
import { FilterSelect, Options } from '../../platform/web/parts/select.js';
import type { Term } from '../../shared/school-year/school-calendar.js';
import { dateSpan } from '../../shared/time/format.js';
import type { Language } from '../../shared/language.js';
import { keyOfTerm, LENGTHS, queryOfLedger } from './ledger-request.js';
import { cellInWords, isText, LEDGER_COLUMNS } from './ledger-table.js';
import { ledgerTexts } from './ledger-texts.js';
import type { Ledger } from './ledger.rules.js';
import type { AskedLedger } from './ledgers.js';

export const termName = (term: Term, language: Language): string =>
  ledgerTexts[language].termName(term.season, term.startsOn.slice(0, 4));

/** Who has been given what in a term, for a coordinator: on the screen, and on A4. */
export function LedgerPage({ asked }: { asked: AskedLedger }) {
  const { language } = usePage();
  const t = ledgerTexts[language];
  const { request, ledger } = asked;
  const { term } = request;
  return (
    <div class="fb-wrap" data-wide="">
      <div class="no-print">
        <BackLink to="/rapporter" />
      </div>
      <Title asked={asked} />
      {term && <Choices asked={asked} />}
      {!term && <p class="fb-note">{t.noTerm}</p>}
      {term && ledger.rows.length === 0 && <p class="fb-note">{t.nobody}</p>}
      {term && ledger.rows.length > 0 && (
        <>
          <p class="fb-lead">
            {t.level(ledger.level)} {t.next(namesInTurn(ledger))}
          </p>
          <LedgerTable ledger={ledger} caption={t.caption(termName(term, language))} />
          <Rules eveningPercent={asked.eveningPercent} />
        </>
      )}
    </div>
  );
}

const namesInTurn = ({ rows }: Ledger): string =>
  rows
    .filter(row => row.turn !== null)
    .sort((a, b) => a.turn! - b.turn!)
    .map(row => row.name)
    .join(', ') || '–';

function Title({ asked: { request } }: { asked: AskedLedger }) {
  const { language } = usePage();
  const link = useLink();
  const t = ledgerTexts[language];
  const { term } = request;
  return (
    <div class="fb-title" data-report="">
      <div>
        {term && (
          <p class="fb-muted">
            {termName(term, language)}, {dateSpan(language, term.startsOn, term.endsOn)}
          </p>
        )}
        <h1>{t.title}</h1>
      </div>
      {term && (
        <div class="end no-print">
          <a
            class="ds-button"
            data-variant="secondary"
            href={link(`/rapporter/rattvisa.csv?${queryOfLedger(request)}`)}
          >
            {t.csv}
          </a>
          <button class="ds-button" data-variant="secondary" type="button" data-print="" hidden>
            <Icon name="printer" />
            {t.print}
          </button>
        </div>
      )}
    </div>
  );
}

function Choices({ asked: { request, terms } }: { asked: AskedLedger }) {
  const { language } = usePage();
  const t = ledgerTexts[language];
  return (
    <form class="fb-filters no-print mb-6" action={useLink()('/rapporter/rattvisa')} data-report="">
      <FilterSelect id="termin" label={t.term}>
        <Options
          choices={terms.map(term => ({ value: keyOfTerm(term), label: termName(term, language) }))}
          chosen={keyOfTerm(request.term!)}
        />
      </FilterSelect>
      <FilterSelect id="besok" label={t.oneMore}>
        <Options
          choices={LENGTHS.map(length => ({ value: String(length), label: t.length(length) }))}
          chosen={String(request.oneMore)}
        />
      </FilterSelect>
      <button class="ds-button" data-variant="secondary">
        {t.show}
      </button>
    </form>
  );
}

function LedgerTable({ ledger, caption }: { ledger: Ledger; caption: string }) {
  const { language } = usePage();
  const t = ledgerTexts[language];
  const [, ...columns] = LEDGER_COLUMNS;
  return (
    <WideTable label={caption} class="mt-6" kind={{ 'data-figures': '' }}>
      <caption class="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t.columns.name}</th>
          {columns.map(column => (
            <th scope="col" class={isText(column) ? undefined : 'r'}>
              {t.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ledger.rows.map(row => (
          <tr>
            <th scope="row">{row.name}</th>
            {columns.map(column => (
              <td class={isText(column) ? 'fb-words' : 'r'}>{cellInWords(column, row, language)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}

/** What each figure means, in the order of the columns. */
function Rules({ eveningPercent }: { eveningPercent: number }) {
  const t = ledgerTexts[usePage().language];
  const rules: Record<string, string> = t.rules(eveningPercent);
  return (
    <section class="mt-9">
      <h2 class="fb-h2">{t.rulesHeading}</h2>
      <dl class="fb-defs">
        {LEDGER_COLUMNS.filter(column => rules[column]).map(column => (
          <div>
            <dt>{t.columns[column]}</dt>
            <dd>{rules[column]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
