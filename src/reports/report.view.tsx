import { useLink, usePage } from '../platform/web/page-context.js';
import { WideTable } from '../platform/web/parts/desk-parts.js';
import { ErrorSummary, type FieldError } from '../platform/web/parts/form.js';
import { Icon } from '../platform/web/parts/icon.js';
import { capitalised, dateSpan } from '../shared/time/format.js';
import type { IsoDate } from '../shared/time/iso-date.js';
import type { Role } from '../staff/roles.js';
import { ClosingSection, type ClosingState } from './closing/closing.view.js';
import { ledgerTexts } from './fairness/ledger-texts.js';
import { Chart } from './chart.view.js';
import { Comparison, KeyFigures } from './figures.view.js';
import { Filters } from './filters.view.js';
import { pasteText } from './paste-text.js';
import { definitions } from './report-files.js';
import { rowLabels, type RowLabel } from './report-labels.js';
import { queryOf, type ReportChoices, type ReportRequest } from './report-request.js';
import { inWords, kindOf, type ReportTable } from './report-table.js';
import { periodName, reportTexts } from './report-texts.js';
import type { NamedReport } from './reports.service.js';

interface ReportPageProps {
  named: NamedReport;
  request: ReportRequest;
  choices: ReportChoices;
  role: Role;
  today: IsoDate;
  errors: FieldError[];
  closing: ClosingState | undefined;
}

export function ReportPage(props: ReportPageProps) {
  const { named, request, choices, role, today, errors, closing } = props;
  const { language } = usePage();
  const t = reportTexts[language];
  const { report, table } = named;
  const { grouping, period } = request;
  const labels = rowLabels(named, request, language);
  const name = periodName(language, period);
  return (
    <div class="fb-wrap" data-wide="">
      <ErrorSummary errors={errors} />
      <Title request={request} choices={choices} role={role} today={today} />
      <Filters request={request} choices={choices} role={role} today={today} errors={errors} />
      {table.total.visits === 0 && <p class="fb-note mb-6">{t.empty(name)}</p>}
      <KeyFigures report={report} total={table.total} />
      {report.total.adults > 0 && (
        <p class="fb-small fb-muted mt-3">{t.adultsToo(inWords(language, 'count', report.total.adults))}</p>
      )}
      {(grouping === 'week' || grouping === 'month') && table.rows.length > 0 && (
        <Chart
          heading={t.chartHeading[grouping]}
          title={t.chart(grouping, name)}
          grouping={grouping}
          labels={labels}
          rows={table.rows.map(row => row.shown)}
          today={today}
        />
      )}
      {table.rows.length > 0 && (
        <FigureTable
          table={table}
          labels={labels}
          heading={t.groupings[grouping]}
          caption={`${t.tableOf(t.groupings[grouping])}, ${name}`}
        />
      )}
      <Comparison report={report} total={table.total} />
      {closing && <ClosingSection state={closing} period={period} />}
      <section class="keep mt-9">
        <h2 class="fb-h2">{t.textHeading}</h2>
        <p class="fb-paste">
          {pasteText(report, table.total, period, {
            language,
            today,
            isOneDistrict: named.question.districtId !== null,
          })}
        </p>
      </section>
      <Rules />
    </div>
  );
}

function Title({ request, choices, role, today }: Omit<ReportPageProps, 'named' | 'errors' | 'closing'>) {
  const { language } = usePage();
  const link = useLink();
  const t = reportTexts[language];
  const { period } = request;
  const district = choices.districts.find(one => one.slug === request.district);
  const said = [
    choices.districts.length > 0 ? (district?.name ?? t.ofAllDistricts) : undefined,
    capitalised(periodName(language, period)),
    period.kind === 'egen' || period.kind === 'man' ? undefined : dateSpan(language, period.from, period.to),
    t.fetched(dateSpan(language, today, today)),
  ];
  const query = queryOf(request);
  return (
    <div class="fb-title" data-report="">
      <div>
        <p class="fb-muted">{said.filter(Boolean).join(', ')}</p>
        <h1>{t.title}</h1>
        {role === 'coordinator' && (
          <p class="no-print">
            <a href={link('/rapporter/rattvisa')}>{ledgerTexts[language].link}</a>
          </p>
        )}
      </div>
      <div class="end no-print">
        <a class="ds-button" href={link(`/rapporter/kapacitet.xlsx?${query}`)}>
          <Icon name="download" />
          {t.excel}
        </a>
        <a class="ds-button" data-variant="secondary" href={link(`/rapporter/kapacitet.csv?${query}`)}>
          {t.csv}
        </a>
        <button class="ds-button" data-variant="secondary" type="button" data-print="" hidden>
          <Icon name="printer" />
          {t.print}
        </button>
      </div>
    </div>
  );
}

interface FigureTableProps {
  table: ReportTable;
  labels: RowLabel[];
  heading: string;
  caption: string;
}

function FigureTable({ table, labels, heading, caption }: FigureTableProps) {
  const { language } = usePage();
  const t = reportTexts[language];
  return (
    <WideTable
      label={caption}
      class="mt-6"
      kind={{ 'data-figures': '', 'data-dense': table.rows.length > 20 ? '' : undefined }}
    >
      <caption class="ds-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {table.columns.map(column => (
            <th scope="col" class="r">
              {t.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ shown }, index) => (
          <tr>
            <th scope="row">
              {labels[index]!.text}
              {labels[index]!.more && <span class="fb-muted fw-4"> {labels[index]!.more}</span>}
            </th>
            {table.columns.map(column => (
              <td class="r">{inWords(language, kindOf(column), shown[column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t.total}</th>
          {table.columns.map(column => (
            <td class="r">{inWords(language, kindOf(column), table.total[column])}</td>
          ))}
        </tr>
      </tfoot>
    </WideTable>
  );
}

/** What each figure means. */
function Rules() {
  const { language } = usePage();
  const t = reportTexts[language];
  return (
    <section class="mt-9">
      <h2 class="fb-h2">{t.rulesHeading}</h2>
      <dl class="fb-defs">
        {definitions(language).map(([term, rule]) => (
          <div>
            <dt>{term}</dt>
            <dd>{rule}</dd>
          </div>
        ))}
      </dl>
      <p class="fb-small fb-muted">{t.rules.rounding}</p>
    </section>
  );
}
