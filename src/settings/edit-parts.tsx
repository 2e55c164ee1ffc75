import type { ComponentChildren } from 'preact';

/** The heading of a page with what can be begun from it. */
export function PageHead({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="fb-title">
      <h1 class="ds-heading" data-size="lg">
        {title}
      </h1>
      {children && <div class="end">{children}</div>}
    </div>
  );
}

/** What has just been done. */
export function Done({ said }: { said: string | undefined }) {
  return said ? (
    <p class="fb-note mt-4" role="status">
      {said}
    </p>
  ) : null;
}

/** A table that may be wider than a phone: it scrolls in its own place, by keyboard too. */
export function WideTable({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <section class="fb-tablewrap mt-4" aria-label={label} tabindex={0}>
      <table class="fb-table">{children}</table>
    </section>
  );
}

interface StaleProps {
  title: string;
  text: string;
  nowIs: string;
  /** Fields that stand otherwise than they were typed, as they stand now. */
  differing: { label: string; value: string }[];
}

/** Somebody else was faster: what stands now, beside what was typed. */
export function StaleNote({ title, text, nowIs, differing }: StaleProps) {
  return (
    <div class="ds-error-summary" tabindex={-1} role="group" aria-labelledby="fel" autofocus>
      <h2 id="fel">{title}</h2>
      <p>{text}</p>
      {differing.length > 0 && (
        <>
          <p>{nowIs}:</p>
          <ul>
            {differing.map(({ label, value }) => (
              <li>
                {label}: {value}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
