import type { ComponentChildren } from 'preact';

interface PageHeadProps {
  title: ComponentChildren;
  /** A line above the heading. */
  over?: ComponentChildren;
  /** What can be begun from the page. */
  children?: ComponentChildren;
}

/** The heading of a list with what can be begun from it. */
export function PageHead({ title, over, children }: PageHeadProps) {
  return (
    <div class="fb-title">
      <div>
        {over && <p class="fb-muted">{over}</p>}
        <h1>{title}</h1>
      </div>
      {children && <div class="end">{children}</div>}
    </div>
  );
}

/** What has just been done, which a screen reader says by itself. `class`: its distance from what is around it. */
export function Done({ text, class: distance }: { text: string | false | undefined; class?: string }) {
  if (!text) return null;
  return (
    <p class={distance ? `fb-note ${distance}` : 'fb-note'} role="status">
      {text}
    </p>
  );
}

type WideTableProps = ({ label: string } | { labelledBy: string }) & {
  /** Its distance from what is above it. */
  class?: string;
  /** What kind of table it is, for its style: `{ 'data-list': '' }`. */
  kind?: Record<`data-${string}`, '' | undefined>;
  children: ComponentChildren;
};

/** A table that may be wider than a phone: it scrolls in its own frame, by keyboard too. */
export function WideTable({ class: distance, kind, children, ...name }: WideTableProps) {
  return (
    <section
      class={distance ? `fb-tablewrap ${distance}` : 'fb-tablewrap'}
      tabindex={0}
      aria-label={'label' in name ? name.label : undefined}
      aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}
    >
      <table class="fb-table" {...kind}>
        {children}
      </table>
    </section>
  );
}
