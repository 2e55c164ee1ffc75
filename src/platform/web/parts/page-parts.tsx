import type { ComponentChildren } from 'preact';
import { useLink, usePage } from '../page-context.js';
import { frameTexts } from '../texts.js';
import { Icon } from './icon.js';

export function BackLink({ to }: { to: string }) {
  const link = useLink();
  return (
    <a class="fb-back" href={link(to)}>
      <Icon name="chevronLeft" />
      {frameTexts[usePage().language].back}
    </a>
  );
}

export interface Fact {
  label: string;
  value: ComponentChildren;
  /** Where it can be changed, and what that is called for a screen reader. */
  change?: { to: string; what: string };
}

/** Answers to check, or details of a booking. */
export function Facts({ facts, isSide }: { facts: Fact[]; isSide?: boolean }) {
  const link = useLink();
  const t = frameTexts[usePage().language];
  return (
    <dl class={isSide ? 'fb-facts fb-small' : 'fb-facts'} data-side={isSide ? '' : undefined}>
      {facts.map(fact => (
        <div>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
          {fact.change && (
            <dd class="act">
              <a href={link(fact.change.to)}>
                {t.change}
                <span class="ds-sr-only"> {fact.change.what}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

export function CheckList({ items }: { items: ComponentChildren[] }) {
  return (
    <ul class="fb-checks">
      {items.map(item => (
        <li>
          <Icon name="check" />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  );
}
