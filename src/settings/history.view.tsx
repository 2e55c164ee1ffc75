import type { LoggedChange } from '../platform/history/change-log.js';
import { usePage } from '../platform/web/page-context.js';
import { atClock, dateSpan } from '../shared/time/format.js';
import { swedishDateOf } from '../shared/time/swedish-time.js';
import { historyTexts } from './history-texts.js';

const SHOWN_AT_ONCE = 5;

/**
 * What words the fields of a history have, by the field's name. Coded values have theirs under "field=value", and acts
 * of a page's own under "act=name": `{ minutes: 'Längd', 'audience=students': 'Elever', 'act=copied': 'kopierade' }`.
 */
export type HistoryLabels = Record<string, string>;

interface HistoryProps {
  /** As `ChangeLog.of` answers them, the newest first. */
  changes: LoggedChange[];
  labels: HistoryLabels;
}

/** The foot of a page that edits something: which field, before and after, who and when. */
export function History({ changes, labels }: HistoryProps) {
  const t = historyTexts[usePage().language];
  const older = changes.slice(SHOWN_AT_ONCE);
  return (
    <section class="fb-history" aria-labelledby="andringar">
      <div class="fb-group">
        <h2 id="andringar">{t.title}</h2>
      </div>
      {changes.length === 0 && <p class="fb-muted mt-3">{t.none}</p>}
      <ChangeList changes={changes.slice(0, SHOWN_AT_ONCE)} labels={labels} />
      {older.length > 0 && (
        <details>
          <summary>{t.older(older.length)}</summary>
          <ChangeList changes={older} labels={labels} />
        </details>
      )}
    </section>
  );
}

function ChangeList({ changes, labels }: HistoryProps) {
  const { language } = usePage();
  const t = historyTexts[language];
  return (
    <ol class="fb-changes">
      {changes.map(change => {
        const date = swedishDateOf(change.at);
        const act = labels[`act=${change.act}`] ?? t.acts[change.act] ?? change.act;
        return (
          <li>
            <p>
              <strong>{t.by(change.accountName, act)}</strong>{' '}
              <span class="fb-muted">
                {dateSpan(language, date, date)} {atClock(language, change.at)}
              </span>
            </p>
            <Fields change={change} labels={labels} />
          </li>
        );
      })}
    </ol>
  );
}

/** Fields that have no words are not for people and are left out. */
function Fields({ change, labels }: { change: LoggedChange; labels: HistoryLabels }) {
  const t = historyTexts[usePage().language];
  const fields = Object.keys(labels).filter(name => name in change.before || name in change.after);
  if (fields.length === 0) return null;
  return (
    <ul>
      {fields.map(name => {
        const before = <ValueInWords value={change.before[name]} name={name} labels={labels} />;
        const after = <ValueInWords value={change.after[name]} name={name} labels={labels} />;
        if (change.act === 'created') return <li>{[labels[name], ': ', after]}</li>;
        if (change.act === 'removed') return <li>{[labels[name], ': ', before]}</li>;
        return (
          <li>
            {labels[name]}: {t.from} {before} {t.to} {after}
          </li>
        );
      })}
    </ul>
  );
}

function ValueInWords({ value, name, labels }: { value: unknown; name: string; labels: HistoryLabels }) {
  const t = historyTexts[usePage().language];
  const word = (one: unknown): string => {
    if (typeof one === 'boolean') return one ? t.yes : t.no;
    const text = typeof one === 'string' || typeof one === 'number' ? String(one) : JSON.stringify(one);
    return labels[`${name}=${text}`] ?? text;
  };
  const values = (Array.isArray(value) ? value : [value]).filter(
    one => one !== undefined && one !== null && one !== '',
  );
  if (values.length === 0) return <em>{labels[`${name}=`] ?? t.nothing}</em>;
  return <>{values.map(word).join(', ')}</>;
}
