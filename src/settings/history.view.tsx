import { usePage } from '../platform/web/page-context.js';
import type { LoggedChange } from '../platform/history/change-log.js';
import { dateAtClock } from '../shared/time/format.js';
import { historyTexts } from './history-texts.js';

interface HistoryProps {
  /** The newest first. */
  changes: LoggedChange[];
  /** What each field is called; under "field.value" what one of its values is. */
  labels: Record<string, string>;
}

/** Who changed what, and when: at the foot of a page that edits. */
export function History({ changes, labels }: HistoryProps) {
  const { language } = usePage();
  const t = historyTexts[language];
  if (changes.length === 0) return null;
  const inWords = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t.nothing;
    if (typeof value === 'boolean') return value ? t.yes : t.no;
    if (Array.isArray(value)) return value.map(one => inWords(field, one)).join(', ') || t.nothing;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return labels[`${field}.${text}`] ?? text;
  };
  return (
    <section class="fb-history" aria-labelledby="andringar">
      <div class="fb-group">
        <h2 id="andringar">{t.title}</h2>
      </div>
      <ol>
        {changes.map(change => (
          <li>
            <p class="fb-small fb-muted">
              {dateAtClock(language, change.at)}, {change.accountName}
            </p>
            <ul>
              {[...new Set([...Object.keys(change.before), ...Object.keys(change.after)])].map(field => (
                <li>
                  {labels[field] ?? field}: {inWords(field, change.before[field])} {t.became}{' '}
                  {inWords(field, change.after[field])}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
