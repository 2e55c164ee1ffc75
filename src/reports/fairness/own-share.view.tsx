import { usePage } from '../../platform/web/page-context.js';
import { BackLink, Facts } from '../../platform/web/parts/page-parts.js';
import { cellInWords, type LedgerColumn } from './ledger-table.js';
import { ledgerTexts } from './ledger-texts.js';
import type { Ledger, LedgerRow } from './ledger.rules.js';
import { termName } from './ledger.view.js';
import type { AskedLedger } from './ledgers.js';
import { grouped } from '../../shared/text/numbers.js';

/** Without the colleagues: they have names. */
const SHOWN: LedgerColumn[] = ['share', 'booked', 'held', 'evenings', 'credit', 'load'];

/** The own row and the team's level, for a fältassistent with a phone. */
export function OwnSharePage({ asked, own }: { asked: AskedLedger; own: LedgerRow | undefined }) {
  const { language } = usePage();
  const t = ledgerTexts[language];
  const { term } = asked.request;
  return (
    <div class="fb-wrap fb-f">
      <BackLink to="/kalender" />
      <h1 class="ds-heading" data-size="lg">
        {t.own.title}
      </h1>
      {!term && <p class="fb-lead mt-3">{t.noTerm}</p>}
      {term && <p class="fb-lead mt-3">{t.own.lead(termName(term, language))}</p>}
      {term && !own && <p class="mt-4">{t.own.nothing}</p>}
      {own && <Own own={own} ledger={asked.ledger} eveningPercent={asked.eveningPercent} />}
    </div>
  );
}

function Own({ own, ledger, eveningPercent }: { own: LedgerRow; ledger: Ledger; eveningPercent: number }) {
  const { language } = usePage();
  const t = ledgerTexts[language];
  const rules: Record<string, string> = t.rules(eveningPercent);
  const inTurn = ledger.rows.filter(row => row.turn !== null).length;
  return (
    <>
      <p class="mt-4">
        <strong>{t.own.standing(own.difference)}</strong> {own.turn !== null && t.own.turn(own.turn, inTurn)}
      </p>
      <div class="mt-6">
        <Facts
          facts={[
            ...SHOWN.map(column => ({
              label: t.columns[column],
              value: cellInWords(column, own, language),
            })),
            { label: `${t.own.level}, min`, value: grouped(language, ledger.level) },
          ]}
        />
      </div>
      <section class="mt-9">
        <h2 class="fb-h2">{t.rulesHeading}</h2>
        <dl class="fb-defs">
          {[...SHOWN, 'difference', 'turn'].map(column => (
            <div>
              <dt>{t.columns[column as LedgerColumn]}</dt>
              <dd>{rules[column]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
